namespace EnviAgriNet.Core.Quality;

/// <summary>
/// The standard deviation (of the whole, not of a sample) of values that come and go, by Welford's method with compensated means.
/// Values that are all the same have exactly none.
/// </summary>
internal sealed class SlidingSpread
{
    private double _mean;
    private double _squares;
    private double _addedRest;
    private double _removedRest;
    private double _last = double.NaN;
    private int _sameInRow;

    /// <summary>How many values are inside.</summary>
    public int Count { get; private set; }

    /// <summary>The standard deviation; 0 with one value.</summary>
    public double Deviation =>
        Count <= 1 || _sameInRow >= Count ? 0 : Math.Sqrt(Math.Max(0, _squares / Count));

    /// <summary>A value comes in.</summary>
    public void Add(double value)
    {
        Count++;
        _sameInRow = value.Equals(_last) ? _sameInRow + 1 : 1;
        _last = value;
        double meanBefore = _mean - _addedRest;
        double delta = Distance(value, ref _addedRest);
        _mean += delta / Count;
        _squares += (value - meanBefore) * (value - _mean);
    }

    /// <summary>The oldest value goes.</summary>
    public void Remove(double value)
    {
        Count--;
        if (Count == 0)
        {
            _mean = _squares = _addedRest = _removedRest = 0;
            return;
        }

        double meanBefore = _mean - _removedRest;
        double delta = Distance(value, ref _removedRest);
        _mean -= delta / Count;
        _squares -= (value - meanBefore) * (value - _mean);
    }

    private double Distance(double value, ref double rest)
    {
        double corrected = value - rest;
        double distance = corrected - _mean;
        rest = distance + _mean - corrected;
        return distance;
    }
}
