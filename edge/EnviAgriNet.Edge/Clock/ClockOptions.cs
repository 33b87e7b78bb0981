using System.ComponentModel.DataAnnotations;

namespace EnviAgriNet.Edge.Clock;

/// <summary>How the edge knows whether its clock can be trusted.</summary>
internal sealed class ClockOptions
{
    /// <summary>Where the options stand in the configuration.</summary>
    public const string Section = "Clock";

    /// <summary>Default System: the kernel or systemd-timesyncd says; Assume: always; Cloud: the times of receipts only.</summary>
    public ClockSync Sync { get; set; } = ClockSync.System;

    /// <summary>Default 10 minutes; 0 to 1 day. How long readings wait for a better clock before they go out in doubt.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan HoldMax { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Default 1 day; 1 minute to 3650 days. How far the times of a boot may be off that was never synchronised.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "3650.00:00:00")]
    public TimeSpan UnsyncedUncertainty { get; set; } = TimeSpan.FromDays(1);

    /// <summary>Default 2 seconds; 0.1 seconds to 1 minute. How far a receipt's time may be off when it arrives.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan CloudUncertainty { get; set; } = TimeSpan.FromSeconds(2);
}

/// <summary>Who says that the clock is right.</summary>
internal enum ClockSync
{
    /// <summary>The kernel's synchronisation flag, or systemd-timesyncd's file; the cloud while they say no.</summary>
    System,

    /// <summary>The clock is right, as with a battery-backed one.</summary>
    Assume,

    /// <summary>The cloud's receipts alone.</summary>
    Cloud,
}

/// <summary>How good the edge's time is.</summary>
internal enum ClockState
{
    /// <summary>Nobody has said what time it is.</summary>
    Unsynced,

    /// <summary>The cloud has said, to a few seconds.</summary>
    Estimated,

    /// <summary>The system's clock is synchronised.</summary>
    Synced,
}
