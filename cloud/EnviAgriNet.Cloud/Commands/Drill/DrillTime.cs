namespace EnviAgriNet.Cloud.Commands.Drill;

/// <summary>The clock of a drill: the machine's until it begins, then the time of the recorded measurements. It stands unless it is moved.</summary>
internal sealed class DrillTime(DateTimeOffset begin) : TimeProvider
{
    private long _ticks = begin.UtcTicks;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => new(Volatile.Read(ref _ticks), TimeSpan.Zero);

    /// <inheritdoc/>
    public override long GetTimestamp() => Volatile.Read(ref _ticks);

    /// <summary>Moves it.</summary>
    public void Set(DateTimeOffset now) => Volatile.Write(ref _ticks, now.UtcTicks);
}
