namespace EnviAgriNet.Core.Hazards;

/// <summary>The times of a hazard, all on measurement time.</summary>
public sealed record HazardTiming
{
    /// <summary>How long a level must hold before it is raised.</summary>
    public required TimeSpan OnsetHold { get; init; }

    /// <summary>How long it must be undershot before it is lowered.</summary>
    public required TimeSpan ClearHold { get; init; }

    /// <summary>After this time without a reading a series is unknown.</summary>
    public required TimeSpan SilenceAfter { get; init; }

    /// <summary>How long a warning is valid after the measurement that brought it about.</summary>
    public required TimeSpan Validity { get; init; }

    /// <summary>How long before its end a warning that still holds is extended.</summary>
    public required TimeSpan ExtendAhead { get; init; }

    /// <summary>How long an all-clear is valid.</summary>
    public required TimeSpan AllClearValidity { get; init; }
}
