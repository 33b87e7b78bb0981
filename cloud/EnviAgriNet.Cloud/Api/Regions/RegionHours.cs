using EnviAgriNet.Cloud.ReadingStore;

namespace EnviAgriNet.Cloud.Api.Regions;

/// <summary>The hourly roll-ups of the stations of a region, summed up by day and by station. Pure.</summary>
internal sealed class RegionHours(DateTimeOffset from, DateTimeOffset now)
{
    private static readonly TimeSpan Bangkok = TimeSpan.FromHours(7);

    private readonly Dictionary<DateOnly, List<RollUp>> _days = [];
    private int _stations;

    /// <summary>The day of Bangkok time that a time lies in.</summary>
    public static DateOnly DayOf(DateTimeOffset time) => DateOnly.FromDateTime(time.ToOffset(Bangkok).DateTime);

    /// <summary>When a day of Bangkok time begins.</summary>
    public static DateTimeOffset BeginOf(DateOnly day) => new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), Bangkok).ToUniversalTime();

    /// <summary>Takes the hours of a station; returns its last 24 whole hours: mean, highest, and share of them with a usable reading.</summary>
    public (double? Mean, double? Max, double Completeness) Add(IReadOnlyList<RollUp> hours)
    {
        _stations++;
        foreach (IGrouping<DateOnly, RollUp> day in hours.Where(h => h.Count > 0).GroupBy(h => DayOf(h.From)))
        {
            RollUp sum = day.Aggregate((all, hour) => new RollUp(
                all.From, all.Total + 1, all.Count + hour.Count, all.Sum + hour.Sum, Math.Min(all.Min, hour.Min), Math.Max(all.Max, hour.Max)));
            if (!_days.TryGetValue(day.Key, out List<RollUp>? stations))
            {
                _days[day.Key] = stations = [];
            }

            // The total of a station and day tells its hours here.
            stations.Add(sum with { Total = day.Count() });
        }

        long lastHour = Slot.HourOf(now);
        List<RollUp> last = [.. hours.Where(h => h.Count > 0 && Slot.HourOf(h.From) < lastHour && Slot.HourOf(h.From) >= lastHour - 24)];
        return (
            last.Count == 0 ? null : last.Sum(h => h.Sum) / last.Sum(h => h.Count),
            last.Count == 0 ? null : last.Max(h => h.Max),
            last.Count / 24.0);
    }

    /// <summary>All days of the span, also those without a reading.</summary>
    public IReadOnlyList<RegionDay> Days()
    {
        List<RegionDay> days = [];
        for (DateOnly day = DayOf(from); day <= DayOf(now); day = day.AddDays(1))
        {
            List<RollUp> stations = _days.GetValueOrDefault(day) ?? [];
            double hours = Math.Clamp((now - BeginOf(day)).TotalHours, 0, 24);
            long expected = (long)Math.Ceiling(hours) * _stations;
            days.Add(new RegionDay(
                day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                stations.Count == 0 ? null : stations.Average(s => s.Sum / s.Count),
                stations.Count == 0 ? null : stations.Min(s => s.Min),
                stations.Count == 0 ? null : stations.Max(s => s.Max),
                stations.Count,
                expected == 0 ? 0 : Math.Min(1, (double)stations.Sum(s => s.Total) / expected)));
        }

        return days;
    }
}
