namespace EnviAgriNet.Mqtt;

/// <summary>
/// How long to wait before the next attempt: each delay is drawn between the minimum and three times the one before,
/// so that delays grow, and many stations that lost the same broker do not come back in step.
/// </summary>
public sealed class BackOff
{
    private const int GrowthMax = 3;

    private readonly TimeSpan _min;
    private readonly TimeSpan _max;
    private readonly Random _random;
    private TimeSpan _previous;

    /// <summary>Makes a back-off that begins at its minimum.</summary>
    /// <param name="min">The shortest delay; more than zero.</param>
    /// <param name="max">The longest delay; at least <paramref name="min"/>.</param>
    /// <param name="seed">Where the jitter starts; the same seed gives the same delays.</param>
    public BackOff(TimeSpan min, TimeSpan max, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(min, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(max, min);
        _min = min;
        _max = max;
        _random = new Random(seed);
        _previous = min;
    }

    /// <summary>The delay before the next attempt, from the minimum to the maximum.</summary>
    public TimeSpan Next()
    {
        // Compared before the multiplication, which a very long maximum could overflow.
        TimeSpan ceiling = _previous > _max / GrowthMax ? _max : _previous * GrowthMax;
        TimeSpan delay = _min + (Max(ceiling - _min, TimeSpan.Zero) * _random.NextDouble());
        _previous = Max(delay, _min);
        return _previous;
    }

    /// <summary>Begins at the minimum again.</summary>
    public void Reset() => _previous = _min;

    private static TimeSpan Max(TimeSpan left, TimeSpan right) => left > right ? left : right;
}
