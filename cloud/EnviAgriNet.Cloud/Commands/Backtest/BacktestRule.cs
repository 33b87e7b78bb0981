using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Hazards;

namespace EnviAgriNet.Cloud.Commands.Backtest;

/// <summary>The rule that is tried, with nothing beside it.</summary>
internal sealed class BacktestRule(HazardRule rule)
{
    private readonly HazardRules _rules = new([rule]);

    /// <summary>The rule and its version.</summary>
    public string Name => rule.ToString();

    /// <summary>The hazard it judges.</summary>
    public HazardKind Hazard => rule.Hazard;

    /// <summary>The quantities its levels are judged by.</summary>
    public IReadOnlyList<string> Quantities { get; } =
    [
        .. new[] { rule.Moderate.Raise, rule.Severe?.Raise }.OfType<Condition>().SelectMany(c => c.Terms)
            .SelectMany(t => Measures.Get(t.Measure).Quantities).Distinct(),
    ];

    /// <summary>Whether it applies at a site.</summary>
    public bool AppliesTo(Site site) => rule.Scope.Closeness(site) is not null;

    /// <summary>How far back readings of a quantity count.</summary>
    public TimeSpan MemoryOf(string quantity) => _rules.MemoryOf(quantity);

    /// <summary>A province that judges by this rule alone.</summary>
    public Province NewProvince(RegionId id) => new(id, _rules, new Dictionary<(RegionId, HazardKind), TrackerState>());
}
