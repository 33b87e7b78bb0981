namespace EnviAgriNet.Core.Quality;

/// <summary>
/// The last while of a series in at most 64 buckets of 48 bytes, whatever its pace: readings slower than a bucket have one each, faster
/// ones share it. Times only go forward.
/// </summary>
internal sealed class RecentBuckets
{
    private const int Places = 64;
    private const int BucketsPerSpan = Places - 4;

    private readonly Bucket[] _buckets = new Bucket[Places];
    private readonly long _widthMs;
    private int _newest = -1;
    private int _count;

    /// <summary>Remembers a span of milliseconds.</summary>
    public RecentBuckets(long spanMs) => _widthMs = Math.Max(1, spanMs / BucketsPerSpan);

    public void Clear()
    {
        _newest = -1;
        _count = 0;
    }

    /// <summary>Adds a reading that is newer than all before.</summary>
    public void Add(long timeMs, double value)
    {
        if (_count == 0 || timeMs - _buckets[_newest].FirstMs >= _widthMs)
        {
            _newest = (_newest + 1) % Places;
            _count = Math.Min(Places, _count + 1);
            _buckets[_newest] = new Bucket { FirstMs = timeMs, Min = double.PositiveInfinity, Max = double.NegativeInfinity };
        }

        _buckets[_newest].Add(timeMs, value);
    }

    /// <summary>Whether the values of the last while, newest included, stay within a tolerance and reach back all the while.</summary>
    /// <param name="spanMs">How long.</param>
    /// <param name="tolerance">Their range must be strictly smaller.</param>
    /// <param name="stepMs">The step to the newest one: by less than a step the oldest may fall short.</param>
    /// <param name="pointsMin">How many values it takes.</param>
    public bool IsFlat(long spanMs, double tolerance, long stepMs, int pointsMin)
    {
        long now = _buckets[_newest].LastMs;
        double min = double.PositiveInfinity;
        double max = double.NegativeInfinity;
        long oldest = now;
        int points = 0;
        for (int back = 0; back < _count; back++)
        {
            ref Bucket bucket = ref _buckets[(_newest - back + Places) % Places];
            if (bucket.LastMs < now - spanMs)
            {
                break;
            }

            min = Math.Min(min, bucket.Min);
            max = Math.Max(max, bucket.Max);
            if (!(max - min < tolerance))
            {
                return false;
            }

            oldest = bucket.FirstMs;
            points += bucket.Count;
        }

        return points >= pointsMin && now - oldest > spanMs - stepMs;
    }

    /// <summary>How strongly the values younger than a span move; NaN when there are fewer than needed.</summary>
    public double Strength(long spanMs, SignalMeasure measure, int pointsMin)
    {
        long now = _buckets[_newest].LastMs;
        Bucket all = new() { Min = double.PositiveInfinity, Max = double.NegativeInfinity };
        for (int back = 0; back < _count; back++)
        {
            ref Bucket bucket = ref _buckets[(_newest - back + Places) % Places];
            if (bucket.LastMs <= now - spanMs)
            {
                break;
            }

            all.Join(bucket);
        }

        return all.Count < pointsMin ? double.NaN
            : measure == SignalMeasure.Range ? all.Max - all.Min
            : Math.Sqrt(all.Squares / all.Count);
    }

    private struct Bucket
    {
        public long FirstMs;
        public double Min;
        public double Max;
        public double Mean;
        public double Squares;
        public int Count;
        private int _lastAfterMs;

        public readonly long LastMs => FirstMs + _lastAfterMs;

        public void Add(long timeMs, double value)
        {
            _lastAfterMs = (int)Math.Min(int.MaxValue, timeMs - FirstMs);
            Min = Math.Min(Min, value);
            Max = Math.Max(Max, value);
            Count++;
            double distance = value - Mean;
            Mean += distance / Count;
            Squares += distance * (value - Mean);
        }

        public void Join(in Bucket other)
        {
            int count = Count + other.Count;
            double distance = other.Mean - Mean;
            Squares += other.Squares + (distance * distance * Count * other.Count / count);
            Mean += distance * other.Count / count;
            Count = count;
            Min = Math.Min(Min, other.Min);
            Max = Math.Max(Max, other.Max);
        }
    }
}
