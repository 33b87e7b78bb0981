namespace EnviAgriNet.FirmwareHost.Sampling;

/// <summary>When a simulated time is due on the wall clock. With a wall time given, several centres keep step.</summary>
/// <param name="speed">Simulated seconds in a second; 0 is without any wait.</param>
/// <param name="start">The simulated time that belongs to <paramref name="wallStart"/>; null is that of the first sample.</param>
/// <param name="wallStart">The wall time of the start; null is when the first sample of this process is asked about.</param>
internal sealed class Pace(double speed, DateTimeOffset? start, DateTimeOffset? wallStart)
{
    private static readonly TimeSpan WaitMax = TimeSpan.FromDays(20);

    // Without a wall time the first sample is the anchor: what passed while the process was away is not made up for.
    private DateTimeOffset? _start = wallStart is null ? null : start;
    private DateTimeOffset? _wallStart = wallStart;

    /// <summary>How long to wait for a simulated time; zero when it is due or overdue.</summary>
    public TimeSpan WaitBefore(DateTimeOffset simulated, DateTimeOffset now)
    {
        if (speed == 0)
        {
            return TimeSpan.Zero;
        }

        _start ??= simulated;
        _wallStart ??= now;
        TimeSpan wait = ((simulated - _start.Value) / speed) - (now - _wallStart.Value);
        return wait > WaitMax ? WaitMax : wait;
    }
}
