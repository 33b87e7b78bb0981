namespace EnviAgriNet.Edge.Clock;

/// <summary>What is remembered of the clock during one boot.</summary>
/// <param name="Id">The boot.</param>
/// <param name="FirstMonoMs">The earliest monotonic moment seen.</param>
/// <param name="LastMonoMs">The latest monotonic moment seen.</param>
/// <param name="OffsetMs">Wall minus monotonic time, or null while nothing trustworthy is known.</param>
/// <param name="Uncertainty">How far the offset may be off.</param>
internal sealed record BootRecord(string Id, long FirstMonoMs, long LastMonoMs, long? OffsetMs, TimeSpan Uncertainty);
