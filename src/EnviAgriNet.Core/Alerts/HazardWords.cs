using EnviAgriNet.Core.Hazards;

namespace EnviAgriNet.Core.Alerts;

/// <summary>All that is said about one hazard. Every level has its words, whatever the judgement rests on.</summary>
/// <param name="Hazard">Which hazard.</param>
/// <param name="Name">What it is called in the middle of a sentence.</param>
/// <param name="Category">CAP category.</param>
/// <param name="EventCode">Code of the OASIS event terms, version 1.2.</param>
/// <param name="Moderate">What is said at Moderate.</param>
/// <param name="Severe">What is said at Severe.</param>
/// <param name="Over">What is said at the end.</param>
public sealed record HazardWords(
    HazardKind Hazard, Place Name, string Category, string EventCode, AlertCase Moderate, AlertCase Severe, AlertCase Over)
{
    /// <summary>Words that fit some evidence better than those of the level, by the name of the case.</summary>
    internal IReadOnlyDictionary<string, AlertCase> Closer { get; init; } = new Dictionary<string, AlertCase>();

    /// <summary>Which of the closer words fit; null where the level's own do.</summary>
    internal Func<HazardLevel, Evidence, string?> CloserFor { get; init; } = (_, _) => null;

    /// <summary>All cases by the name they have in a file of words: a level, or a level and what it rests on.</summary>
    public IEnumerable<KeyValuePair<string, AlertCase>> Cases =>
    [
        new("moderate", Moderate), new("severe", Severe), new("over", Over), .. Closer,
    ];

    /// <summary>The name of what is said at a level, given the numbers it rests on.</summary>
    public string CaseNameOf(HazardLevel level, Evidence evidence) => CloserFor(level, evidence) ?? level switch
    {
        HazardLevel.None => "over",
        HazardLevel.Moderate => "moderate",
        _ => "severe",
    };

    /// <summary>What is said at a level, given the numbers it rests on.</summary>
    public AlertCase CaseOf(HazardLevel level, Evidence evidence)
    {
        string name = CaseNameOf(level, evidence);
        return Cases.First(c => c.Key == name).Value;
    }
}
