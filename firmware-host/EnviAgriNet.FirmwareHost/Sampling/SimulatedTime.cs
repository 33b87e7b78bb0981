namespace EnviAgriNet.FirmwareHost.Sampling;

/// <summary>What time it is at the centre: the wall clock, or the newest sample's time in a replay or simulation.</summary>
internal sealed class SimulatedTime(TimeProvider time, bool isWallClock)
{
    private long _newestMs = DateTimeOffset.MinValue.ToUnixTimeMilliseconds();

    /// <summary>The centre's present; the earliest time there is before the first sample.</summary>
    public DateTimeOffset Now => isWallClock
        ? time.GetUtcNow()
        : DateTimeOffset.FromUnixTimeMilliseconds(Interlocked.Read(ref _newestMs));

    /// <summary>Called by the feed, and by nobody else.</summary>
    public void MoveTo(DateTimeOffset takenAt) => Interlocked.Exchange(ref _newestMs, takenAt.ToUnixTimeMilliseconds());
}
