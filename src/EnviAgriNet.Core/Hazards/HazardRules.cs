namespace EnviAgriNet.Core.Hazards;

/// <summary>The rules of all hazards.</summary>
public sealed record HazardRules
{
    /// <summary>The rule for haze.</summary>
    public HazeRule Haze { get; init; } = new();

    /// <summary>The rule for river floods.</summary>
    public RiverFloodRule RiverFlood { get; init; } = new();

    /// <summary>The past pages nobody: a judgement on measurements older than this, by network time, is for the record only.</summary>
    public TimeSpan LateAfter { get; init; } = TimeSpan.FromHours(2);

    /// <summary>The times of a hazard.</summary>
    public HazardTiming TimingOf(HazardKind hazard) => hazard switch
    {
        HazardKind.Haze => Haze.Timing,
        HazardKind.RiverFlood => RiverFlood.Timing,
        _ => throw new ArgumentOutOfRangeException(nameof(hazard)),
    };

    /// <summary>
    /// How far back the readings of a series matter: 24 h of a mean, before the last reading of a series that may be silent
    /// for as long as the longest warning is valid.
    /// </summary>
    public TimeSpan Memory => TimeSpan.FromHours(25) + new[] { Haze.Timing.Validity, RiverFlood.Timing.Validity }.Max();
}
