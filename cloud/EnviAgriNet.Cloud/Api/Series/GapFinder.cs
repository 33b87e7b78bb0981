namespace EnviAgriNet.Cloud.Api.Series;

/// <summary>
/// Finds where a series was silent: longer than a number of times its usual interval, which is the median of the last ones, so that a
/// station set to another pace is not seen as one gap after the other. Times ascend. Pure.
/// </summary>
internal sealed class GapFinder(double timesInterval)
{
    private readonly long[] _intervals = new long[SeriesLimits.IntervalsRemembered];
    private readonly List<(long Begin, long End)> _first = [];
    private readonly List<Gap> _gaps = [];
    private int _seen;
    private long _lastBegin;
    private long _lastEnd;

    /// <summary>The gaps between readings so far that found room, ascending.</summary>
    public IReadOnlyList<Gap> Gaps => _gaps;

    /// <summary>All gaps.</summary>
    public int Total { get; private set; }

    /// <summary>The usual time from one reading to the next, in milliseconds; 0 while it is not known.</summary>
    public long IntervalMs { get; private set; }

    /// <summary>Takes the next reading, or the next hour or day in which there were some.</summary>
    /// <param name="beginMs">When it begins.</param>
    /// <param name="endMs">When it ends; the same for a reading.</param>
    public void Add(long beginMs, long endMs)
    {
        if (_first.Count <= SeriesLimits.IntervalsRemembered)
        {
            _first.Add((beginMs, endMs));
            if (_first.Count > SeriesLimits.IntervalsRemembered)
            {
                Begin();
            }

            return;
        }

        Follow(beginMs, endMs);
    }

    /// <summary>Tells that no more comes, and of the silence at both ends of the span.</summary>
    /// <param name="fromMs">Where the span begins.</param>
    /// <param name="toMs">Where it ends, or now, if that is earlier.</param>
    public void End(long fromMs, long toMs)
    {
        if (_first.Count is > 0 and <= SeriesLimits.IntervalsRemembered)
        {
            Begin();
        }

        if (_first.Count == 0)
        {
            Enter(fromMs, toMs, at: _gaps.Count);
            return;
        }

        if (IsGap(_first[0].Begin - fromMs))
        {
            Enter(fromMs, _first[0].Begin, at: 0);
        }

        if (IsGap(toMs - _lastBegin))
        {
            Enter(_lastEnd, toMs, at: _gaps.Count);
        }
    }

    // The usual interval is learnt from the first readings before any of them is judged by it.
    private void Begin()
    {
        for (int i = 1; i < _first.Count; i++)
        {
            Remember(_first[i].Begin - _first[i - 1].Begin);
        }

        IntervalMs = Median();
        (_lastBegin, _lastEnd) = _first[0];
        foreach ((long begin, long end) in _first.Skip(1))
        {
            Judge(begin, end);
        }
    }

    private void Follow(long beginMs, long endMs)
    {
        long interval = beginMs - _lastBegin;
        Judge(beginMs, endMs);
        Remember(interval);
        if (Math.Abs(interval - IntervalMs) > IntervalMs / 10)
        {
            IntervalMs = Median();
        }
    }

    private void Judge(long beginMs, long endMs)
    {
        if (IsGap(beginMs - _lastBegin))
        {
            Enter(_lastEnd, beginMs, at: _gaps.Count);
        }

        (_lastBegin, _lastEnd) = (beginMs, endMs);
    }

    private bool IsGap(long interval) => IntervalMs > 0 && interval > IntervalMs * timesInterval;

    private void Enter(long fromMs, long toMs, int at)
    {
        if (toMs <= fromMs)
        {
            return;
        }

        Total++;
        if (_gaps.Count < SeriesLimits.GapsListedMax)
        {
            _gaps.Insert(at, new Gap(fromMs, toMs));
        }
    }

    private void Remember(long interval) => _intervals[_seen++ % _intervals.Length] = interval;

    private long Median()
    {
        Span<long> sorted = stackalloc long[_intervals.Length];
        int count = Math.Min(_seen, _intervals.Length);
        _intervals.AsSpan(0, count).CopyTo(sorted);
        sorted[..count].Sort();
        return count == 0 ? 0 : sorted[(count - 1) / 2];
    }
}

/// <summary>A silence, in milliseconds since 1970.</summary>
internal readonly record struct Gap(long FromMs, long ToMs);
