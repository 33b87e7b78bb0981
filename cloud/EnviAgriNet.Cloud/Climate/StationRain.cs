using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.Climate;

/// <summary>
/// The monthly rain of one station out of the store, each month read once. A station with several gauges is told by the first, in the
/// order of their names, that has the month complete. One thread at a time.
/// </summary>
internal sealed class StationRain
{
    private const string Rain = "rain";

    private readonly IReadingStore _store;
    private readonly SeriesId[] _gauges;
    private readonly Dictionary<CalendarMonth, MonthRain> _months = [];

    public StationRain(IReadingStore store, StationId station)
    {
        _store = store;
        _gauges = [.. store.Series(station).Where(s => s.Name.Quantity.Code == Rain).OrderBy(s => s.Name.Text, StringComparer.Ordinal)];
    }

    /// <summary>Whether the station has a gauge at all.</summary>
    public bool HasGauge => _gauges.Length > 0;

    /// <summary>A month as its best gauge saw it.</summary>
    public MonthRain Of(CalendarMonth month)
    {
        if (!_months.TryGetValue(month, out MonthRain best))
        {
            best = new MonthRain(month, 0, 0);
            foreach (SeriesId gauge in _gauges)
            {
                MonthRain rain = MonthRain.Of(month, _store.ReadDaily(gauge, month.Begin, month.End));
                best = rain.Days > best.Days ? rain : best;
                if (best.IsComplete)
                {
                    break;
                }
            }

            _months.Add(month, best);
        }

        return best;
    }

    /// <summary>The sum of a month in mm, or null when too many of its days are missing.</summary>
    public double? SumOf(CalendarMonth month) => Of(month) is { IsComplete: true } rain ? rain.Sum : null;
}
