namespace EnviAgriNet.Cloud.ReadingStore;

/// <summary>The readings of one hour or day as a few numbers. Only usable readings (quality 1 and 2) enter all but <see cref="Total"/>.</summary>
/// <param name="From">When the hour or day begins, UTC.</param>
/// <param name="Total">Readings of any quality.</param>
/// <param name="Count">Usable readings.</param>
/// <param name="Sum">Their sum; 0 without any.</param>
/// <param name="Min">The smallest; 0 without any.</param>
/// <param name="Max">The largest; 0 without any.</param>
internal readonly record struct RollUp(
    DateTimeOffset From, long Total, long Count, double Sum, double Min, double Max)
{
    private const int HoursPerDay = 24;
    private const int BangkokHours = 7;

    /// <summary>The mean of the usable readings, or null without any.</summary>
    public double? Mean => Count == 0 ? null : Sum / Count;

    /// <summary>Days of Bangkok time, made of their hours: nothing of its own is stored, so nothing can differ.</summary>
    public static List<RollUp> Days(IEnumerable<RollUp> hours)
    {
        List<RollUp> days = [];
        foreach (RollUp hour in hours)
        {
            DateTimeOffset day = DayBegin(hour.From);
            if (days.Count > 0 && days[^1].From == day)
            {
                days[^1] = Join(days[^1], hour);
            }
            else
            {
                days.Add(hour with { From = day });
            }
        }

        return days;
    }

    /// <summary>The hours whose roll-ups make up the days that begin in [from, to).</summary>
    public static (DateTimeOffset From, DateTimeOffset To) HoursOfDays(DateTimeOffset from, DateTimeOffset to) => (
        DayBegin(from) < from ? DayBegin(from).AddDays(1) : DayBegin(from),
        DayBegin(to) < to ? DayBegin(to).AddDays(1) : DayBegin(to));

    private static DateTimeOffset DayBegin(DateTimeOffset time)
    {
        long hour = Slot.HourOf(time) + BangkokHours;
        return new Slot(0, (hour / HoursPerDay * HoursPerDay) - BangkokHours).From;
    }

    private static RollUp Join(in RollUp day, in RollUp hour) => new(
        day.From,
        day.Total + hour.Total,
        day.Count + hour.Count,
        day.Sum + hour.Sum,
        hour.Count == 0 ? day.Min : day.Count == 0 ? hour.Min : Math.Min(day.Min, hour.Min),
        hour.Count == 0 ? day.Max : day.Count == 0 ? hour.Max : Math.Max(day.Max, hour.Max));
}
