namespace EnviAgriNet.Core.Crops.Outlook;

/// <summary>
/// The weather of a field day by day from the first to the last day that has any. Up to <see cref="BridgeDaysMax"/> days in a row
/// that lack temperature or rain are bridged by the mean of the days beside them; longer gaps stay gaps.
/// </summary>
public sealed class FieldWeather
{
    /// <summary>The most days in a row that are bridged.</summary>
    public const int BridgeDaysMax = 3;

    private FieldWeather(OutlookDay[] days) => Days = days;

    /// <summary>One entry a day, without holes; what is missing of a day is null.</summary>
    public IReadOnlyList<OutlookDay> Days { get; }

    /// <summary>Whether there is no day.</summary>
    public bool IsEmpty => Days.Count == 0;

    /// <summary>Whether a day measured this.</summary>
    public bool Has(Func<OutlookDay, double?> part) => Days.Any(d => part(d) is not null);

    /// <summary>
    /// Puts days in order and bridges gaps. Of two entries of one day the later counts; an entry with an impossible value counts as
    /// missing; days outside [from, to] are left out.
    /// </summary>
    public static FieldWeather Of(IEnumerable<OutlookDay> days, DateOnly from, DateOnly to)
    {
        Dictionary<DateOnly, OutlookDay> known = [];
        foreach (OutlookDay day in days)
        {
            if (day.Date >= from && day.Date <= to && day.Fault() is null)
            {
                known[day.Date] = day;
            }
        }

        if (known.Count == 0)
        {
            return new FieldWeather([]);
        }

        DateOnly first = known.Keys.Min();
        OutlookDay[] all = new OutlookDay[known.Keys.Max().DayNumber - first.DayNumber + 1];
        for (int i = 0; i < all.Length; i++)
        {
            DateOnly date = first.AddDays(i);
            all[i] = known.TryGetValue(date, out OutlookDay day) ? day : new OutlookDay(date);
        }

        Bridge(all, d => d.TMin, (d, v) => d with { TMin = Math.Min(v, d.TMax ?? v), IsBridged = true });
        Bridge(all, d => d.TMax, (d, v) => d with { TMax = Math.Max(v, d.TMin ?? v), IsBridged = true });
        Bridge(all, d => d.Rain, (d, v) => d with { Rain = v, IsBridged = true });
        return new FieldWeather(all);
    }

    private static void Bridge(OutlookDay[] days, Func<OutlookDay, double?> part, Func<OutlookDay, double, OutlookDay> with)
    {
        int before = -1;
        for (int i = 0; i < days.Length; i++)
        {
            if (part(days[i]) is not { } after)
            {
                continue;
            }

            if (before >= 0 && i - before - 1 is > 0 and <= BridgeDaysMax)
            {
                double mean = (part(days[before])!.Value + after) / 2;
                for (int gap = before + 1; gap < i; gap++)
                {
                    days[gap] = with(days[gap], mean);
                }
            }

            before = i;
        }
    }
}
