namespace EnviAgriNet.Core.Crops.Outlook;

/// <summary>
/// How far a crop has grown. Heat is counted in usual days: a day as warm as the calendar takes for granted is one. Where more than a
/// fifth of the days has no temperature, or heat and calendar differ by more than <see cref="DisagreementMax"/>, the calendar alone
/// counts. A variety that waits for short days goes by the date.
/// </summary>
/// <param name="Stage">The stage.</param>
/// <param name="Basis">What it was judged by.</param>
/// <param name="UsualDays">How many usual days it has grown.</param>
/// <param name="DegreeDays">Heat since planting, or null.</param>
/// <param name="Harvest">When it will be ready.</param>
public sealed record Growth(GrowthStage Stage, StageBasis Basis, double UsualDays, double? DegreeDays, HarvestWindow? Harvest)
{
    /// <summary>How far heat and calendar may differ, as a share of the days since planting.</summary>
    public const double DisagreementMax = 0.35;

    // A mean over a few days only would throw the harvest about.
    private const int PaceDaysMin = 10;
    private const double KnownShareMin = 0.8;
    private const int PaceDays = 30;

    /// <summary>Judges the growth of a field.</summary>
    /// <param name="traits">Of the crop; it needs a calendar.</param>
    /// <param name="calendar">The calendar of the variety.</param>
    /// <param name="basis">What that calendar goes by.</param>
    /// <param name="planted">When it was planted.</param>
    /// <param name="today">The day the outlook is for.</param>
    /// <param name="weather">Weather up to yesterday.</param>
    public static Growth Of(
        CropTraits traits, GrowthCalendar calendar, StageBasis basis, DateOnly planted, DateOnly today, FieldWeather weather)
    {
        int age = today.DayNumber - planted.DayNumber;
        double[] heat = Heat(traits, weather, planted, today);
        double? degreeDays = age > 0 && heat.Length >= KnownShareMin * age ? heat.Sum() * age / heat.Length : null;
        if (basis == StageBasis.DayLength)
        {
            return new Growth(calendar.StageAt(age), basis, age, degreeDays, Window(calendar, planted, basis));
        }

        double? grown = degreeDays / traits.UsualHeat;
        if (age < 0 || grown is not { } days || Math.Abs(days - age) > Math.Max(DisagreementMax * age, 5))
        {
            return new Growth(
                calendar.StageAt(age), StageBasis.Calendar, age, degreeDays, Window(calendar, planted, StageBasis.Calendar));
        }

        double pace = heat.Length < PaceDaysMin ? 1 : heat[^Math.Min(PaceDays, heat.Length)..].Average() / traits.UsualHeat!.Value;
        return new Growth(
            calendar.StageAt(days), StageBasis.DegreeDays, days, degreeDays, Window(calendar, today, days, Math.Max(pace, 0.3)));
    }

    private static double[] Heat(CropTraits traits, FieldWeather weather, DateOnly planted, DateOnly today) =>
        traits.BaseCelsius is not { } low
            ? []
            : [.. weather.Days
                .Where(d => d.HasTemperature && d.Date >= planted && d.Date < today)
                .Select(d => GrowingDegreeDays.Method2(d.TMin!.Value, d.TMax!.Value, low, traits.UpperCelsius) ?? 0)];

    private static HarvestWindow? Window(GrowthCalendar calendar, DateOnly planted, StageBasis basis) =>
        Window(planted, calendar.HarvestFrom, calendar.HarvestTo, basis);

    private static HarvestWindow? Window(GrowthCalendar calendar, DateOnly today, double grown, double pace) =>
        Window(today, (calendar.HarvestFrom - grown) / pace, (calendar.HarvestTo - grown) / pace, StageBasis.DegreeDays);

    private static HarvestWindow? Window(DateOnly from, double first, double last, StageBasis basis)
    {
        int begin = from.DayNumber + (int)Math.Round(first);
        int end = from.DayNumber + (int)Math.Round(last);
        return begin >= 0 && end <= DateOnly.MaxValue.DayNumber
            ? new HarvestWindow(DateOnly.FromDayNumber(begin), DateOnly.FromDayNumber(end), basis)
            : null;
    }
}
