namespace EnviAgriNet.Edge.Clock;

/// <summary>
/// The edge's idea of time without a clock that survives power loss: monotonic time since boot, and a line that turns it into
/// wall time. Fed with observations; asks no clock itself. May be used from any thread.
/// </summary>
internal sealed class NodeClock : IStampLines
{
    private const int SourcesMax = 64;
    private static readonly TimeSpan SourceUncertainty = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly ClockOptions _options;
    private readonly List<BootRecord> _earlier;
    private readonly Dictionary<string, long> _sources = [];
    private long? _wallOffsetMs;
    private long _lineOffsetMs;
    private long _firstMonoMs;
    private long _lastMonoMs;

    /// <summary>Makes the clock of one boot.</summary>
    /// <param name="options">How it is told the time.</param>
    /// <param name="bootId">The id of this boot.</param>
    /// <param name="earlier">The boots before, in order; this one may be among them after a restart of the edge alone.</param>
    public NodeClock(ClockOptions options, string bootId, IReadOnlyList<BootRecord> earlier)
    {
        _options = options;
        BootId = bootId;
        _earlier = [.. earlier.Where(b => b.Id != bootId)];
        if (earlier.FirstOrDefault(b => b.Id == bootId) is { OffsetMs: { } offset } same)
        {
            _lineOffsetMs = offset;
            _firstMonoMs = same.FirstMonoMs;
            State = ClockState.Estimated;
        }
    }

    /// <summary>The id of this boot.</summary>
    public string BootId { get; }

    /// <summary>How good the time is.</summary>
    public ClockState State { get; private set; }

    /// <summary>What is to be remembered of this boot.</summary>
    public BootRecord Record
    {
        get
        {
            lock (_gate)
            {
                return RecordLocked();
            }
        }
    }

    /// <summary>Takes a look at the system's clocks over.</summary>
    /// <param name="wall">The wall clock.</param>
    /// <param name="mono">The monotonic clock at the same moment.</param>
    /// <param name="isSynced">Whether the system says that its wall clock is right.</param>
    /// <returns>How far the wall clock was stepped since the last look, or zero.</returns>
    public TimeSpan Observe(DateTimeOffset wall, TimeSpan mono, bool isSynced)
    {
        lock (_gate)
        {
            long monoMs = (long)mono.TotalMilliseconds;
            long offset = wall.ToUnixTimeMilliseconds() - monoMs;
            TimeSpan step = TimeSpan.FromMilliseconds(offset - (_wallOffsetMs ?? offset));
            bool isFirst = _wallOffsetMs is null;
            _wallOffsetMs = offset;
            _lastMonoMs = monoMs;
            _firstMonoMs = _firstMonoMs == 0 ? monoMs : _firstMonoMs;
            if (isSynced)
            {
                State = ClockState.Synced;
                _lineOffsetMs = offset;
            }
            else if (isFirst && State == ClockState.Unsynced)
            {
                _lineOffsetMs = offset;
            }

            return step.Duration() > Limits.ClockStepMin ? step : TimeSpan.Zero;
        }
    }

    /// <summary>Takes the time of a receipt over, as a witness while the system's clock is not synchronised.</summary>
    public void Witness(DateTimeOffset cloudAt, TimeSpan mono)
    {
        lock (_gate)
        {
            if (State == ClockState.Synced)
            {
                return;
            }

            long offset = cloudAt.ToUnixTimeMilliseconds() - (long)mono.TotalMilliseconds;
            bool isFar = Math.Abs(offset - _lineOffsetMs) > _options.CloudUncertainty.TotalMilliseconds;
            if (State == ClockState.Unsynced || isFar)
            {
                // A receipt is late by its way here and never early, so small differences do not move the line.
                _lineOffsetMs = offset;
            }

            State = ClockState.Estimated;
        }
    }

    /// <summary>Learns how the monotonic clock of a source stands to ours; the batch that came fastest tells best.</summary>
    public void HearSource(string boot, TimeSpan sourceMono, TimeSpan mono)
    {
        if (boot.Length == 0)
        {
            return;
        }

        lock (_gate)
        {
            if (_sources.Count >= SourcesMax && !_sources.ContainsKey(boot))
            {
                _sources.Clear();
            }

            long difference = (long)(mono - sourceMono).TotalMilliseconds;
            _sources[boot] = _sources.TryGetValue(boot, out long known) ? Math.Min(known, difference) : difference;
        }
    }

    /// <summary>The time by the line.</summary>
    public DateTimeOffset At(TimeSpan mono)
    {
        lock (_gate)
        {
            return DateTimeOffset.FromUnixTimeMilliseconds(
                Math.Max(0, _lineOffsetMs + (long)mono.TotalMilliseconds));
        }
    }

    /// <inheritdoc/>
    public StampLine? LineOf(string boot)
    {
        lock (_gate)
        {
            StampLine own = new(_lineOffsetMs, Uncertainty(), State != ClockState.Unsynced);
            if (_sources.TryGetValue(boot, out long difference))
            {
                // A program on this machine may count its time since boot from another moment, asleep or in a container.
                return boot == BootId
                    ? own with { OffsetMs = _lineOffsetMs + difference }
                    : own with { OffsetMs = _lineOffsetMs + difference, Uncertainty = own.Uncertainty + SourceUncertainty };
            }

            if (boot == BootId)
            {
                return own;
            }

            return BootEstimate.LineOf(boot, [.. _earlier, RecordLocked()]);
        }
    }

    private BootRecord RecordLocked() => new(
        BootId, _firstMonoMs, _lastMonoMs, State == ClockState.Unsynced ? null : _lineOffsetMs, Uncertainty());

    private TimeSpan Uncertainty() => State switch
    {
        ClockState.Synced => TimeSpan.Zero,
        ClockState.Estimated => _options.CloudUncertainty,
        _ => _options.UnsyncedUncertainty,
    };
}
