namespace EnviAgriNet.Core.Crops.Outlook;

/// <summary>
/// Which hours are fit for spraying: wind of 2 to 15 km/h, and not below 40 % humidity above 25 °C (ontario.ca, How weather conditions
/// affect spray applications); by day, from an hour after sunrise to two before sunset, since the air lies still in layers outside of it
/// (GRDC spray application manual, module 10), taken as 7 to 16 o'clock; not below 95 % humidity nor with rain in the hour and two after
/// (both from memory, unconfirmed). The label of what is sprayed goes before all of it.
/// </summary>
public static class SprayRule
{
    private const double CalmMetresPerSecond = 2 / 3.6;
    private const double WindMetresPerSecond = 15 / 3.6;
    private const double RainMm = 0.1;
    private const int DayFrom = 7;
    private const int DayTo = 16;
    private const int DryHours = 2;
    private const int DaysMax = 7;
    private const int DaysMin = 3;
    private const int FreshHours = 3;
    private const double FitShare = 0.6;

    /// <summary>Looks at the hours of the last days; null where wind, rain or humidity are missing for most of them.</summary>
    /// <param name="hours">Hours, in any order; the last of one hour counts.</param>
    /// <param name="today">The day of the outlook.</param>
    /// <param name="hour">The hour it is made in, 0 to 23.</param>
    public static SprayOutlook? Of(IEnumerable<OutlookHour> hours, DateOnly today, int hour)
    {
        int from = today.DayNumber - DaysMax;
        Dictionary<int, OutlookHour> known = [];
        foreach (OutlookHour one in hours)
        {
            if (one.Date.DayNumber >= from && one.Hour is >= 0 and < 24 && one is { Humidity: not null, Wind: not null, Rain: not null })
            {
                known[Number(one.Date.DayNumber, one.Hour)] = one;
            }
        }

        int days = known.Keys.Select(n => n / 24).Distinct().Count();
        if (days < DaysMin)
        {
            return null;
        }

        (int Fit, int Of)[] counts = new (int, int)[24];
        foreach ((int number, OutlookHour one) in known)
        {
            SprayFault? fault = FaultOf(one) ?? (RainsAfter(known, number) ? SprayFault.Rain : null);
            counts[one.Hour] = (counts[one.Hour].Fit + (fault is null ? 1 : 0), counts[one.Hour].Of + 1);
        }

        int now = Number(today.DayNumber, hour);
        OutlookHour? newest = Enumerable.Range(0, FreshHours).Select(back => known.TryGetValue(now - back, out OutlookHour h) ? h : (OutlookHour?)null)
            .FirstOrDefault(h => h is not null);
        SprayFault? reason = newest is { } last ? FaultOf(last with { Hour = hour }) : null;
        return new SprayOutlook(newest is null ? null : reason is null, reason, Windows(counts), days);
    }

    /// <summary>Why an hour by itself is not fit, or null when it is. Wind, humidity and rain have to be there.</summary>
    public static SprayFault? FaultOf(OutlookHour hour) => hour switch
    {
        { Rain: >= RainMm } => SprayFault.Rain,
        { Hour: < DayFrom or > DayTo } => SprayFault.Dark,
        { Wind: > WindMetresPerSecond } => SprayFault.Wind,
        { Humidity: >= 95 } => SprayFault.Wet,
        { Humidity: < 40, Temperature: null or > 25 } => SprayFault.HotOrDry,
        { Wind: < CalmMetresPerSecond } => SprayFault.Calm,
        _ => null,
    };

    private static int Number(int day, int hour) => (day * 24) + hour;

    private static bool RainsAfter(Dictionary<int, OutlookHour> known, int number) =>
        Enumerable.Range(number + 1, DryHours).Any(n => known.TryGetValue(n, out OutlookHour h) && h.Rain >= RainMm);

    private static List<SprayWindow> Windows((int Fit, int Of)[] counts)
    {
        List<SprayWindow> windows = [];
        for (int hour = 0; hour < counts.Length; hour++)
        {
            (int fit, int of) = counts[hour];
            if (of < DaysMin || fit < FitShare * of)
            {
                continue;
            }

            if (windows.Count > 0 && windows[^1].ToHour == hour)
            {
                SprayWindow last = windows[^1];
                windows[^1] = last with { ToHour = hour + 1, FitDays = Math.Min(last.FitDays, fit), OfDays = Math.Min(last.OfDays, of) };
            }
            else
            {
                windows.Add(new SprayWindow(hour, hour + 1, fit, of));
            }
        }

        return windows;
    }
}
