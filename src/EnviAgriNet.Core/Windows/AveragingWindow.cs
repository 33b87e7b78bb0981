namespace EnviAgriNet.Core.Windows;

/// <summary>
/// A mean as agencies define it: over so many clock hours, with so many of them needed. A mean of hourly means, each hour with the
/// same weight.
/// </summary>
/// <param name="Hours">The hours of the window, the last one included.</param>
/// <param name="HoursMin">How many of them must have a value: 75 % in the windows below.</param>
public sealed record AveragingWindow(int Hours, int HoursMin)
{
    /// <summary>One hour: NO2 and SO2. A station may send one value an hour, so the hour counts when it has any.</summary>
    public static AveragingWindow OneHour { get; } = new(1, 1);

    /// <summary>8 hours, 6 needed: O3 and CO.</summary>
    public static AveragingWindow EightHours { get; } = new(8, 6);

    /// <summary>24 hours, 18 needed: PM2.5 and PM10.</summary>
    public static AveragingWindow Day { get; } = new(24, 18);

    /// <summary>The mean of hourly values, or why there is none.</summary>
    /// <param name="oldestFirst">
    /// The hourly values, the last one now, null where missing; of more than <see cref="Hours"/> the newest count, and what a
    /// shorter list lacks is missing.
    /// </param>
    public AveragedValue Of(IReadOnlyList<double?> oldestFirst)
    {
        ArgumentNullException.ThrowIfNull(oldestFirst);
        double sum = 0;
        int filled = 0;
        for (int i = Math.Max(0, oldestFirst.Count - Hours); i < oldestFirst.Count; i++)
        {
            if (oldestFirst[i] is { } value && double.IsFinite(value))
            {
                sum += value;
                filled++;
            }
        }

        return Judged(filled == 0 ? null : sum / filled, filled);
    }

    /// <summary>The mean of a series, or why there is none.</summary>
    /// <param name="series">The series.</param>
    /// <param name="until">
    /// A time in the last hour, which counts as far as it has gone; for full hours only, a time in an hour that is over.
    /// </param>
    public AveragedValue Of(SeriesWindow series, DateTimeOffset until)
    {
        ArgumentNullException.ThrowIfNull(series);
        WindowValue? mean = series.MeanOfHours(until, Hours);
        return Judged(mean?.Value, mean?.Filled ?? 0);
    }

    private AveragedValue Judged(double? mean, int filled) => new(filled >= HoursMin ? mean : null, this, filled);
}
