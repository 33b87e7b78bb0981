namespace EnviAgriNet.Core.Hazards;

/// <summary>The times of a hazard, all on measurement time.</summary>
/// <param name="OnsetHold">How long a level must hold before it is raised.</param>
/// <param name="ClearHold">How long it must be undershot before it is lowered.</param>
/// <param name="SilenceAfter">After this time without a reading a series is unknown.</param>
/// <param name="Validity">How long a warning is valid after the measurement that brought it about.</param>
/// <param name="ExtendAhead">How long before its end a warning that still holds is extended.</param>
/// <param name="AllClearValidity">How long an all-clear is valid.</param>
public sealed record HazardTiming(
    TimeSpan OnsetHold,
    TimeSpan ClearHold,
    TimeSpan SilenceAfter,
    TimeSpan Validity,
    TimeSpan ExtendAhead,
    TimeSpan AllClearValidity);
