namespace EnviAgriNet.Core.Crops.Outlook.Yields;

/// <summary>
/// What an area will yield next year, from its own history: the yield of the harvested area by exponential smoothing with a damped
/// Theil–Sen drift, times the median harvested share of five years. Rain up to September lowers the share where rain far beyond the
/// usual, upstream or here, or far below, did so before (ridge regression, effects only downwards). The band is made of the errors
/// that the same rule made in the years before. Smoothing, drift, window and ridge were chosen with the years up to 2010.
/// </summary>
public static class YieldForecaster
{
    /// <summary>The fewest years of history.</summary>
    public const int YearsMin = 5;

    private const double Smoothing = 0.6;
    private const double DriftShare = 0.7;
    private const int DriftYears = 15;
    private const int ShareYears = 5;
    private const double Ridge = 10;
    private const double ShareMin = 0.05;
    private const int RainYearsMin = 8;
    private const double Tail = 0.1;

    // Errors of long ago are those of a shorter history and of other varieties.
    private const int ErrorYears = 10;

    // Where too few errors are known, a quarter to each side.
    private const double UnknownSpread = 0.25;
    private const int ErrorsMin = 5;

    /// <summary>Forecasts a year; null with less than <see cref="YearsMin"/> usable years before it.</summary>
    /// <param name="history">Years of the area, in any order; those from the forecast's own on are not looked at.</param>
    /// <param name="year">The year.</param>
    /// <param name="rain">Rain up to September of that year, or null for a forecast before the season.</param>
    public static YieldForecast? Of(IReadOnlyList<YieldYear> history, int year, SeasonRain? rain = null)
    {
        YieldYear[] known = Known(history, year);
        if (known.Length < YearsMin)
        {
            return null;
        }

        (double share, double kg) = Point(known, year, rain);
        List<double> errors = [];
        for (int i = Math.Max(YearsMin, known.Length - ErrorYears); i < known.Length; i++)
        {
            (double pastShare, double pastKg) = Point(known[..i], known[i].Year, rain);
            errors.Add(Math.Log(known[i].KgPerPlantedRai / (pastShare * pastKg)));
        }

        errors.Sort();
        (double low, double high) = errors.Count < ErrorsMin
            ? (1 - UnknownSpread, 1 + UnknownSpread)
            : (Math.Exp(Math.Min(0, Quantile(errors, Tail))), Math.Exp(Math.Max(0, Quantile(errors, 1 - Tail))));
        double median = share * kg;
        return new YieldForecast(year, median * low, median, median * high, share, kg, known[^1].PlantedRai, known.Length);
    }

    /// <summary>The years that can be reckoned with before a year, ascending; of two entries of a year the later.</summary>
    internal static YieldYear[] Known(IReadOnlyList<YieldYear> history, int year) =>
    [
        .. history.Where(y => y.IsUsable && y.Year < year).GroupBy(y => y.Year).Select(g => g.Last()).OrderBy(y => y.Year),
    ];

    /// <summary>The middle of sorted values, or between the two in the middle.</summary>
    internal static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static (double Share, double Kg) Point(YieldYear[] known, int year, SeasonRain? rain)
    {
        double level = known[0].KgPerHarvestedRai;
        foreach (YieldYear one in known)
        {
            level += Smoothing * (one.KgPerHarvestedRai - level);
        }

        double lowest = known.Min(k => k.KgPerHarvestedRai) / 2;
        double kg = Math.Max(level + (DriftShare * Drift(known[^Math.Min(DriftYears, known.Length)..])), lowest);
        double share = Median(known[^Math.Min(ShareYears, known.Length)..].Select(k => k.HarvestedShare));
        return (Math.Clamp(share + RainEffect(known, year, rain), ShareMin, 1), kg);
    }

    private static double Drift(YieldYear[] years)
    {
        List<double> slopes = [];
        for (int i = 0; i < years.Length; i++)
        {
            for (int j = i + 1; j < years.Length; j++)
            {
                slopes.Add((years[j].KgPerHarvestedRai - years[i].KgPerHarvestedRai) / (years[j].Year - years[i].Year));
            }
        }

        return slopes.Count == 0 ? 0 : Median(slopes);
    }

    private static double RainEffect(YieldYear[] known, int year, SeasonRain? rain)
    {
        if (rain?.Signal(year, year) is not { } now || now.All(s => s == 0))
        {
            return 0;
        }

        List<double[]> signals = [];
        List<double> effects = [];
        for (int i = 0; i < known.Length; i++)
        {
            if (rain.Signal(known[i].Year, year) is { } signal)
            {
                signals.Add(signal);
                double usual = Median(known[Math.Max(0, i - ShareYears)..Math.Min(known.Length, i + ShareYears + 1)].Select(k => k.HarvestedShare));
                effects.Add(known[i].HarvestedShare - usual);
            }
        }

        return signals.Count < RainYearsMin
            ? 0
            : SmallRidge.Solve(signals, effects, Ridge).Zip(now, (effect, signal) => Math.Min(0, effect) * signal).Sum();
    }

    // The value of rank q(n + 1), at the ends the outermost one: with few errors the band is as wide as what was seen.
    private static double Quantile(List<double> sorted, double q)
    {
        double rank = Math.Clamp((q * (sorted.Count + 1)) - 1, 0, sorted.Count - 1);
        int below = (int)Math.Floor(rank);
        int above = Math.Min(below + 1, sorted.Count - 1);
        return sorted[below] + ((sorted[above] - sorted[below]) * (rank - below));
    }
}
