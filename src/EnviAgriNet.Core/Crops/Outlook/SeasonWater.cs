namespace EnviAgriNet.Core.Crops.Outlook;

/// <summary>The water of a field over the part of its season that has weather.</summary>
/// <param name="Days">One entry a day, ascending.</param>
/// <param name="IsWetStart">Whether the weather begins after planting, so that the soil was taken as wet.</param>
public sealed record SeasonWater(IReadOnlyList<SeasonWaterDay> Days, bool IsWetStart)
{
    /// <summary>A gap in the weather is forgotten after so many days: by then the soil is what the weather since has made of it.</summary>
    public const int ForgetDays = 30;

    /// <summary>Actual over possible evapotranspiration since the first day, 0 to 1.</summary>
    public double Ratio => Days.Sum(d => d.Etc) is > 0 and var possible ? Math.Clamp(Days.Sum(d => d.Eta) / possible, 0, 1) : 1;

    /// <summary>The season up to now and a rest without stress: actual over possible for the entire season.</summary>
    /// <param name="daysLeft">Days until harvest, 0 and above.</param>
    public double SeasonRatio(double daysLeft)
    {
        double possible = Days.Sum(d => d.Etc);
        if (possible <= 0)
        {
            return 1;
        }

        double rest = possible / Days.Count * Math.Max(daysLeft, 0);
        return Math.Clamp((Days.Sum(d => d.Eta) + rest) / (possible + rest), 0, 1);
    }

    /// <summary>
    /// Goes through the days from planting on. Null where there is none, or a gap of more days than are bridged ended less than
    /// <see cref="ForgetDays"/> ago.
    /// </summary>
    /// <param name="weather">The weather up to yesterday.</param>
    /// <param name="planted">When it was planted.</param>
    /// <param name="step">Takes days since planting, the day, its ET0 and irrigation on by one day.</param>
    /// <param name="et0">ET0 of a day.</param>
    /// <param name="irrigations">What was let in.</param>
    internal static SeasonWater? Run(
        FieldWeather weather,
        DateOnly planted,
        Func<int, OutlookDay, double, double, SeasonWaterDay?> step,
        OutlookEt0 et0,
        IReadOnlyList<FieldIrrigation> irrigations)
    {
        int last = weather.Days.Count - 1;
        while (last >= 0 && !weather.Days[last].IsWhole)
        {
            last--;
        }

        int first = last;
        while (first > 0 && weather.Days[first - 1].IsWhole && weather.Days[first - 1].Date >= planted)
        {
            first--;
        }

        if (last < 0 || weather.Days[first].Date < planted)
        {
            return null;
        }

        int late = weather.Days[first].Date.DayNumber - planted.DayNumber;
        bool isGap = first > 0 && late > 0;
        if (isGap && last - first + 1 < ForgetDays)
        {
            return null;
        }

        List<SeasonWaterDay> days = [];
        for (int i = first; i <= last; i++)
        {
            OutlookDay day = weather.Days[i];
            double irrigated = irrigations.Where(w => w.Date == day.Date && w.Mm is >= 0 and <= 2000).Sum(w => w.Mm);
            if (et0.Of(day) is { } evaporation
                && step(day.Date.DayNumber - planted.DayNumber, day, evaporation, Math.Min(irrigated, 2000)) is { } done)
            {
                days.Add(done);
            }
        }

        return days.Count == 0 ? null : new SeasonWater(days, late > 0);
    }
}

/// <summary>The water of one day.</summary>
/// <param name="Date">The day.</param>
/// <param name="Etc">What the crop would have used, mm.</param>
/// <param name="Eta">What it used, mm.</param>
/// <param name="Rain">Rain, mm.</param>
/// <param name="DeficitMm">What the root zone lacks in the evening, mm; of a paddy below the depth to flood to.</param>
/// <param name="ReadilyMm">How much of it can be lacking without stress, mm.</param>
/// <param name="Stress">One minus Ks for tomorrow, 0 to 1.</param>
/// <param name="LevelMm">Water above the soil of a paddy, mm; null below it and for other crops.</param>
public readonly record struct SeasonWaterDay(
    DateOnly Date, double Etc, double Eta, double Rain, double DeficitMm, double ReadilyMm, double Stress, double? LevelMm);
