using EnviAgriNet.Core.Messages;

namespace EnviAgriNet.Cloud.Performance;

/// <summary>A year as it is counted, in Bangkok time.</summary>
/// <param name="Year">The Gregorian year it ends in.</param>
/// <param name="FirstDay">Its first day, as <see cref="LocalDay"/> numbers it.</param>
/// <param name="EndDay">The day after its last.</param>
internal sealed record KpiYear(int Year, int FirstDay, int EndDay)
{
    /// <summary>The oldest year that can be asked for.</summary>
    public const int YearMin = 2020;

    /// <summary>The last year that can be asked for.</summary>
    public const int YearMax = 2100;

    /// <summary>The year called so.</summary>
    public static KpiYear Of(int year, int beginsInMonth)
    {
        DateOnly begin = new(beginsInMonth == 1 ? year : year - 1, beginsInMonth, 1);
        return new KpiYear(year, LocalDay.Of(begin), LocalDay.Of(begin.AddYears(1)));
    }

    /// <summary>The year a time lies in.</summary>
    public static KpiYear Of(DateTimeOffset time, int beginsInMonth)
    {
        DateTimeOffset local = LocalTime.Of(time);
        return Of(local.Year + (beginsInMonth > 1 && local.Month >= beginsInMonth ? 1 : 0), beginsInMonth);
    }

    /// <summary>When it begins, in milliseconds since 1970.</summary>
    public long BeginMs => LocalDay.Begin(FirstDay).ToUnixTimeMilliseconds();

    /// <summary>When it ends, excluded.</summary>
    public long EndMs => LocalDay.Begin(EndDay).ToUnixTimeMilliseconds();
}
