namespace EnviAgriNet.FirmwareHost.Sampling;

/// <summary>
/// The time a station lives in when it is not the wall clock's: it begins at a given moment and may run faster. Timers are due in it, so
/// everything that waits keeps step.
/// </summary>
/// <param name="real">The machine's clock and timers.</param>
/// <param name="start">The station's time that belongs to <paramref name="wallStart"/>.</param>
/// <param name="wallStart">The wall time of the start.</param>
/// <param name="speed">Seconds of the station in a second.</param>
internal sealed class StationTime(TimeProvider real, DateTimeOffset start, DateTimeOffset wallStart, double speed) : TimeProvider
{
    private readonly DateTimeOffset _start = start + ((real.GetUtcNow() - wallStart) * speed);
    private readonly long _begin = real.GetTimestamp();

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => _start + TimeSpan.FromTicks(GetTimestamp());

    /// <inheritdoc/>
    public override long GetTimestamp() => (real.GetElapsedTime(_begin) * speed).Ticks;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new ScaledTimer(real.CreateTimer(callback, state, Scaled(dueTime), Scaled(period)), this);

    private TimeSpan Scaled(TimeSpan time) => time <= TimeSpan.Zero ? time : time / speed;

    private sealed class ScaledTimer(ITimer timer, StationTime time) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(time.Scaled(dueTime), time.Scaled(period));

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
