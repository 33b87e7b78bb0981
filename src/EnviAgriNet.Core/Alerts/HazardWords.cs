using EnviAgriNet.Core.Hazards;

namespace EnviAgriNet.Core.Alerts;

/// <summary>All that is said about one hazard. Every level has its words, whatever the judgement rests on.</summary>
/// <param name="Hazard">Which hazard.</param>
/// <param name="Category">CAP category.</param>
/// <param name="EventCode">Code of the OASIS event terms, version 1.2.</param>
/// <param name="Moderate">What is said at Moderate.</param>
/// <param name="Severe">What is said at Severe.</param>
/// <param name="Over">What is said at the end.</param>
public sealed record HazardWords(
    HazardKind Hazard, string Category, string EventCode, AlertCase Moderate, AlertCase Severe, AlertCase Over)
{
    /// <summary>Words that fit some evidence better than those of the level; null, or an answer of null, where there are none.</summary>
    internal Func<HazardLevel, Evidence, AlertCase?>? Closer { get; init; }

    /// <summary>What is said at a level, given the numbers it rests on.</summary>
    public AlertCase CaseOf(HazardLevel level, Evidence evidence) => Closer?.Invoke(level, evidence) ?? level switch
    {
        HazardLevel.None => Over,
        HazardLevel.Moderate => Moderate,
        _ => Severe,
    };
}
