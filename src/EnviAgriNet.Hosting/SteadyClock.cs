namespace EnviAgriNet.Hosting;

/// <summary>
/// A wall clock that does not jump. It runs on with the monotonic clock from where it was, follows the machine's wall clock while
/// that is near, and takes over a step only after it has lasted. So a clock that is off for a minute makes nothing late and nothing
/// in future. Safe for use by several threads.
/// </summary>
public sealed class SteadyClock : TimeProvider
{
    /// <summary>How long a step has to last before it is believed.</summary>
    public static readonly TimeSpan StepLastsMin = TimeSpan.FromMinutes(10);

    /// <summary>What is no step: the wall clock is followed at once.</summary>
    public static readonly TimeSpan DriftMax = TimeSpan.FromSeconds(5);

    private readonly TimeProvider _source;
    private readonly Lock _guard = new();
    private DateTimeOffset _anchor;
    private long _anchorStamp;
    private TimeSpan? _step;
    private long _stepStamp;

    /// <summary>Begins with the wall clock as it is now.</summary>
    public SteadyClock(TimeProvider source)
    {
        ArgumentNullException.ThrowIfNull(source);
        _source = source;
        _anchor = source.GetUtcNow();
        _anchorStamp = source.GetTimestamp();
    }

    /// <summary>How far the machine's wall clock is ahead of this one by a step that is not believed yet; null when there is none.</summary>
    public TimeSpan? PendingStep
    {
        get
        {
            GetUtcNow();
            lock (_guard)
            {
                return _step;
            }
        }
    }

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => _source.LocalTimeZone;

    /// <inheritdoc/>
    public override long TimestampFrequency => _source.TimestampFrequency;

    /// <inheritdoc/>
    public override long GetTimestamp() => _source.GetTimestamp();

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        _source.CreateTimer(callback, state, dueTime, period);

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_guard)
        {
            long stamp = _source.GetTimestamp();
            DateTimeOffset wall = _source.GetUtcNow();
            DateTimeOffset steady = _anchor + _source.GetElapsedTime(_anchorStamp, stamp);
            TimeSpan step = wall - steady;
            if (step.Duration() <= DriftMax)
            {
                _step = null;
                return Adopt(wall, stamp);
            }

            if (_step is not { } before || (step - before).Duration() > DriftMax)
            {
                _step = step;
                _stepStamp = stamp;
                return steady;
            }

            if (_source.GetElapsedTime(_stepStamp, stamp) < StepLastsMin)
            {
                return steady;
            }

            _step = null;
            return Adopt(wall, stamp);
        }
    }

    private DateTimeOffset Adopt(DateTimeOffset wall, long stamp)
    {
        _anchor = wall;
        _anchorStamp = stamp;
        return wall;
    }
}
