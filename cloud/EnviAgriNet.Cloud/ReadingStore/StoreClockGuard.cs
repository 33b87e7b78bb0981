namespace EnviAgriNet.Cloud.ReadingStore;

/// <summary>
/// Notices a wall clock that is behind what was stored already, as after a dead battery: judged by it, live readings would be in the
/// future and old ones live. Pure.
/// </summary>
internal static class StoreClockGuard
{
    /// <summary>Whether nothing may be committed at this time.</summary>
    public static bool Holds(DateTimeOffset now, DateTimeOffset? newestStoredAt) =>
        newestStoredAt is { } newest && newest - now > StoreLimits.ClockBehindMax;
}
