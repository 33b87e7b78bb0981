using EnviAgriNet.Core.Indices;

namespace EnviAgriNet.Cloud.Commands.Calc.Air;

/// <summary>The last 12 hours of a file: by the time of each row where there is one, else a row an hour.</summary>
internal sealed class LastHours
{
    private readonly double?[] _values = new double?[NowCast.Hours];
    private long _last = -1;
    private bool _hasTimes;

    /// <summary>The hour after the last one.</summary>
    public long Next => _last + 1;

    /// <summary>The hour of a moment; a fault unless it is after the last row's.</summary>
    public long At(DateTimeOffset time)
    {
        long hour = (long)Math.Floor((time - DateTimeOffset.UnixEpoch).TotalHours);
        if (_hasTimes && hour <= _last)
        {
            throw new CalcFault("time", "is not in a later hour than the row before");
        }

        if (!_hasTimes)
        {
            _hasTimes = true;
            _last = hour - 1;
        }

        return hour;
    }

    /// <summary>Passes a row that says nothing: without times it still was an hour.</summary>
    public void Skip()
    {
        if (!_hasTimes)
        {
            Add(Next, null);
        }
    }

    /// <summary>Adds the value of an hour; the hours since the last one are missing.</summary>
    public void Add(long hour, double? value)
    {
        for (long missing = Math.Max(Next, hour - NowCast.Hours); missing < hour; missing++)
        {
            _values[Place(missing)] = null;
        }

        _values[Place(hour)] = value;
        _last = hour;
    }

    /// <summary>The last 12 hours.</summary>
    public IReadOnlyList<double?> OldestFirst() =>
        [.. Enumerable.Range(1, NowCast.Hours).Select(i => _values[Place(_last + i)])];

    private static int Place(long hour) => (int)(((hour % NowCast.Hours) + NowCast.Hours) % NowCast.Hours);
}
