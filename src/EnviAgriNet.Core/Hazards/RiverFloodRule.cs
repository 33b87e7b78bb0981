namespace EnviAgriNet.Core.Hazards;

/// <summary>When a river flood is raised and cleared: the bank percentage and the hours until the river reaches its bank.</summary>
public sealed record RiverFloodRule
{
    /// <summary>Moderate above this percentage, wherever the river goes.</summary>
    public double ModeratePercentAbove { get; init; } = 90;

    /// <summary>Above this percentage the rate of rise counts.</summary>
    public double RisingPercentAbove { get; init; } = 70;

    /// <summary>Moderate when a rising river reaches its bank within this time.</summary>
    public double ModerateHoursToBank { get; init; } = 24;

    /// <summary>Severe when a rising river reaches its bank within this time.</summary>
    public double SevereHoursToBank { get; init; } = 3;

    /// <summary>Severe above this percentage.</summary>
    public double SeverePercentAbove { get; init; } = 100;

    /// <summary>Severe is held from this percentage on.</summary>
    public double SevereHoldPercent { get; init; } = 95;

    /// <summary>Moderate is held from this percentage on.</summary>
    public double ModerateHoldPercent { get; init; } = 85;

    /// <summary>From this percentage on a level is held while the river still rises towards its bank.</summary>
    public double RisingHoldPercent { get; init; } = 65;

    /// <summary>A rise holds a level while the bank is nearer than this many times the hours that raise it.</summary>
    public double HoursHoldFactor { get; init; } = 1.5;

    /// <summary>A slower rise, in metres an hour, is none.</summary>
    public double RisePerHourMin { get; init; } = 0.02;

    /// <summary>Witness: how many readings it takes to believe a level.</summary>
    public int WitnessReadingsMin { get; init; } = 3;

    /// <summary>Witness: how long they must reach back.</summary>
    public TimeSpan WitnessSpanMin { get; init; } = TimeSpan.FromMinutes(20);

    /// <summary>Witness: the fastest rise or fall of water that is believed without a further sign, in metres an hour.</summary>
    public double RatePerHourMax { get; init; } = 5;

    /// <summary>
    /// Witness: the fastest rise or fall believed in a flash flood that rises in several steps. In the recorded floods of
    /// September 2020 real rivers rose by 13 metres an hour between two readings, a broken gauge among them by 57 and more.
    /// </summary>
    public double BurstPerHourMax { get; init; } = 25;

    /// <summary>Witness: the largest share of a flash flood's rise that one step may carry; a sensor that jumps does it in one.</summary>
    public double StepShareMax { get; init; } = 0.5;

    /// <summary>Witness: steps up to this many metres are the noise of waves and sensor.</summary>
    public double StepFree { get; init; } = 0.15;

    /// <summary>Witness: rain at the station in 24 h above this, mm: the end of "moderate rain".</summary>
    public double WitnessRainAbove { get; init; } = 35;

    /// <summary>The times.</summary>
    public HazardTiming Timing { get; init; } = new()
    {
        OnsetHold = TimeSpan.FromMinutes(10),
        ClearHold = TimeSpan.FromHours(3),
        SilenceAfter = TimeSpan.FromHours(3),
        Validity = TimeSpan.FromHours(12),
        ExtendAhead = TimeSpan.FromHours(4),
        AllClearValidity = TimeSpan.FromHours(6),
    };
}
