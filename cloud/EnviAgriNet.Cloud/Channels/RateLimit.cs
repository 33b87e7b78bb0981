namespace EnviAgriNet.Cloud.Channels;

/// <summary>
/// Lets so many a second through, spread over the second: a bucket of a tenth of a second's worth, so that a strict operator never
/// sees a burst of a whole second. Owned by one dispatcher.
/// </summary>
internal sealed class RateLimit
{
    private readonly double _perSecond;
    private readonly double _bucketMax;
    private readonly double _handful;
    private readonly TimeProvider _time;
    private double _bucket;
    private long _filledAt;

    public RateLimit(double perSecond, TimeProvider time)
    {
        _perSecond = perSecond;
        _bucketMax = Math.Max(1, perSecond / 10);
        _handful = Math.Max(1, perSecond / 100);
        _time = time;
        _bucket = _bucketMax;
        _filledAt = time.GetTimestamp();
    }

    /// <summary>How many may go now, at most <paramref name="wanted"/>; they count as gone.</summary>
    public int Take(int wanted)
    {
        Fill();
        int taken = Math.Min(wanted, (int)_bucket);
        _bucket -= taken;
        return taken;
    }

    /// <summary>Gives back what was taken and not used.</summary>
    public void Return(int unused) => _bucket = Math.Min(_bucketMax, _bucket + unused);

    /// <summary>How long until the next one may go; zero when it may go now.</summary>
    public TimeSpan UntilNext() => Until(1);

    /// <summary>How long until the next handful may go, a hundredth of a second's worth: for who pays a commit for each turn.</summary>
    public TimeSpan UntilHandful() => Until(_handful);

    private TimeSpan Until(double wanted)
    {
        Fill();
        return _bucket >= wanted ? TimeSpan.Zero : TimeSpan.FromSeconds((wanted - _bucket) / _perSecond);
    }

    private void Fill()
    {
        long now = _time.GetTimestamp();
        _bucket = Math.Min(_bucketMax, _bucket + (_time.GetElapsedTime(_filledAt, now).TotalSeconds * _perSecond));
        _filledAt = now;
    }
}
