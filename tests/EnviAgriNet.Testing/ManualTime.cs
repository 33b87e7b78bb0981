namespace EnviAgriNet.Testing;

/// <summary>
/// A clock that only a test moves. The wall clock may be set on its own; timers follow the passing of time alone. One owner moves it,
/// and callbacks run on the owner's thread.
/// </summary>
public sealed class ManualTime(DateTimeOffset start) : TimeProvider
{
    private static readonly TimeSpan WaitMax = TimeSpan.FromSeconds(20);

    private readonly Lock _gate = new();
    private readonly List<ManualTimer> _armed = [];
    private TaskCompletionSource _change = New();
    private TimeSpan _wall = start - DateTimeOffset.UnixEpoch;
    private TimeSpan _passed;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>How many timers are waiting.</summary>
    public int TimersArmed
    {
        get
        {
            lock (_gate)
            {
                return _armed.Count;
            }
        }
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return DateTimeOffset.UnixEpoch + _wall;
        }
    }

    /// <inheritdoc/>
    public override long GetTimestamp()
    {
        lock (_gate)
        {
            return _passed.Ticks;
        }
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ManualTimer timer = new(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Lets time pass, and runs what falls due on the way, in its order.</summary>
    public void Advance(TimeSpan by)
    {
        TimeSpan end;
        lock (_gate)
        {
            end = _passed + by;
        }

        while (true)
        {
            ManualTimer? due;
            lock (_gate)
            {
                due = _armed.Where(t => t.DueAt <= end).MinBy(t => t.DueAt);
                TimeSpan to = due is null || due.DueAt > end ? end : due.DueAt;
                TimeSpan step = to > _passed ? to - _passed : TimeSpan.Zero;
                _wall += step;
                _passed += step;
                due?.Rearm();
            }

            if (due is null)
            {
                return;
            }

            due.Run();
        }
    }

    /// <summary>Sets the wall clock; timers and timestamps do not notice.</summary>
    public void SetWall(DateTimeOffset to)
    {
        lock (_gate)
        {
            _wall = to - DateTimeOffset.UnixEpoch;
        }
    }

    /// <summary>Waits, in real time, until as many timers are armed; so that time is not moved before somebody waits for it.</summary>
    public async Task WaitForTimersAsync(int count)
    {
        using CancellationTokenSource limit = new(WaitMax);
        while (true)
        {
            Task change;
            lock (_gate)
            {
                if (_armed.Count >= count)
                {
                    return;
                }

                change = _change.Task;
            }

            try
            {
                await change.WaitAsync(limit.Token);
            }
            catch (OperationCanceledException e)
            {
                throw new TimeoutException($"After {WaitMax.TotalSeconds} s {TimersArmed} timers were armed, not {count}", e);
            }
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private sealed class ManualTimer(ManualTime owner, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan _period = Timeout.InfiniteTimeSpan;

        public TimeSpan DueAt { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (owner._gate)
            {
                _period = period;
                owner._armed.Remove(this);
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    DueAt = owner._passed + dueTime;
                    owner._armed.Add(this);
                }

                owner._change.TrySetResult();
                owner._change = New();
            }

            return true;
        }

        public void Rearm()
        {
            owner._armed.Remove(this);
            if (_period > TimeSpan.Zero)
            {
                DueAt += _period;
                owner._armed.Add(this);
            }
        }

        public void Run() => callback(state);

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
