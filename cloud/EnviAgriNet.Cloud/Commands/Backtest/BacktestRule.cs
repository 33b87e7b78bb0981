using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Hazards;

namespace EnviAgriNet.Cloud.Commands.Backtest;

/// <summary>The rule that is tried.</summary>
internal sealed class BacktestRule
{
    private readonly HazardRules _rules = new();

    private BacktestRule(string name, HazardKind hazard)
    {
        Name = name;
        Hazard = hazard;
    }

    /// <summary>How it is called in the result.</summary>
    public string Name { get; }

    /// <summary>The hazard it judges.</summary>
    public HazardKind Hazard { get; }

    /// <summary>The quantities it judges.</summary>
    public IReadOnlyList<string> Quantities { get; private init; } = [];

    /// <summary>How far back its readings count.</summary>
    public TimeSpan Memory => _rules.Memory;

    /// <summary>Finds a rule. Throws a <see cref="BacktestFault"/> that lists those there are.</summary>
    public static BacktestRule Find(string text) => text switch
    {
        "haze" => new BacktestRule(text, HazardKind.Haze) { Quantities = [HazardQuantities.Pm25] },
        "river-flood" => new BacktestRule(text, HazardKind.RiverFlood) { Quantities = [HazardQuantities.WaterLevel] },
        _ => throw new BacktestFault($"--rule '{text}' is not one of haze, river-flood"),
    };

    /// <summary>A province that judges by this rule.</summary>
    public Province NewProvince(RegionId id) => new(id, _rules, new Dictionary<(RegionId, HazardKind), TrackerState>());
}
