using EnviAgriNet.Core.Quality;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.Quality;

/// <summary>Walks along the readings of a neighbour as time goes on, and gives the usable one nearest to a time.</summary>
internal sealed class NearestReading
{
    private readonly Reading[] _usable;
    private readonly double _kilometres;
    private int _at;

    public NearestReading(IReadOnlyList<Reading> readings, double kilometres)
    {
        _usable = [.. readings.Where(r => r.IsUsable && r.Series.Quantity.IsPlausible(r.Value))];
        _kilometres = kilometres;
    }

    /// <summary>The value nearest to a time; not a number when there is none near enough. Times are asked for in ascending order.</summary>
    public NeighbourValue At(DateTimeOffset time)
    {
        while (_at + 1 < _usable.Length && (_usable[_at + 1].TakenAt - time).Duration() <= (_usable[_at].TakenAt - time).Duration())
        {
            _at++;
        }

        bool isNear = _at < _usable.Length && (_usable[_at].TakenAt - time).Duration() <= Limits.NeighbourApartMax;
        return new NeighbourValue(_kilometres, isNear ? _usable[_at].Value : double.NaN);
    }
}
