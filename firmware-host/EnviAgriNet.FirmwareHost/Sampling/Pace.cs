namespace EnviAgriNet.FirmwareHost.Sampling;

/// <summary>
/// When a simulated time is due. With a wall time given, several centres keep step. The wall clock is looked at once, at the first
/// sample; from then on the machine's own timer counts, so that a step of the wall clock changes nothing.
/// </summary>
/// <param name="speed">Simulated seconds in a second; 0 is without any wait.</param>
/// <param name="start">The simulated time that belongs to <paramref name="wallStart"/>.</param>
/// <param name="wallStart">
/// The wall time of the start; null is when the first sample of this process is asked about: what passed while the process was away
/// is then not made up for.
/// </param>
/// <param name="time">The wall clock and the machine's timer.</param>
internal sealed class Pace(double speed, DateTimeOffset start, DateTimeOffset? wallStart, TimeProvider time)
{
    // No timer waits longer; the caller asks again.
    private static readonly TimeSpan WaitMax = TimeSpan.FromDays(20);

    private DateTimeOffset _anchor;
    private TimeSpan _ahead;
    private long? _askedFirst;

    /// <summary>How long to wait for a simulated time; not above zero when it is due or overdue.</summary>
    public TimeSpan WaitBefore(DateTimeOffset simulated)
    {
        if (speed == 0)
        {
            return TimeSpan.Zero;
        }

        if (_askedFirst is null)
        {
            _askedFirst = time.GetTimestamp();
            _anchor = wallStart is null ? simulated : start;
            _ahead = wallStart is { } wall ? time.GetUtcNow() - wall : TimeSpan.Zero;
        }

        TimeSpan wait = ((simulated - _anchor) / speed) - _ahead - time.GetElapsedTime(_askedFirst.Value);
        return wait > WaitMax ? WaitMax : wait;
    }
}
