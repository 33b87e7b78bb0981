namespace EnviAgriNet.Core.Crops.Outlook.Yields;

/// <summary>
/// Forecasts every year of every area from the years before it alone, before the season and again with the rain up to September, beside
/// last year's figures (naive) and the mean of all years.
/// </summary>
public static class YieldBacktest
{
    /// <summary>The fewest years before the first forecast of an area.</summary>
    public const int YearsMin = 10;

    /// <summary>Runs it.</summary>
    /// <param name="areas">Code of the area and its years.</param>
    /// <param name="rain">Rain of an area, or null where there is none.</param>
    /// <param name="from">The first year to forecast.</param>
    /// <param name="to">The last.</param>
    public static IReadOnlyList<YieldTrial> Run(
        IReadOnlyDictionary<string, IReadOnlyList<YieldYear>> areas, Func<string, SeasonRain?> rain, int from, int to)
    {
        List<YieldTrial> trials = [];
        foreach ((string area, IReadOnlyList<YieldYear> years) in areas.OrderBy(a => a.Key, StringComparer.Ordinal))
        {
            SeasonRain? of = rain(area);
            foreach (YieldYear actual in YieldForecaster.Known(years, int.MaxValue).Where(y => y.Year >= from && y.Year <= to))
            {
                YieldYear[] known = YieldForecaster.Known(years, actual.Year);
                if (known.Length >= YearsMin
                    && YieldForecaster.Of(known, actual.Year) is { } before
                    && YieldForecaster.Of(known, actual.Year, of) is { } after)
                {
                    trials.Add(new YieldTrial(area, actual, before, after, known[^1], known.Average(k => k.KgPerPlantedRai)));
                }
            }
        }

        return trials;
    }
}

/// <summary>One forecast of one year beside what came.</summary>
/// <param name="Area">Code of the area.</param>
/// <param name="Actual">What came.</param>
/// <param name="Before">The forecast before the season.</param>
/// <param name="After">The forecast with the rain up to September.</param>
/// <param name="Naive">The last year known.</param>
/// <param name="Mean">kg per planted rai, the mean of all years known.</param>
public sealed record YieldTrial(string Area, YieldYear Actual, YieldForecast Before, YieldForecast After, YieldYear Naive, double Mean)
{
    /// <summary>Whether the yield lay within the band of the forecast with rain.</summary>
    public bool IsCovered => Actual.KgPerPlantedRai >= After.Low && Actual.KgPerPlantedRai <= After.High;

    /// <summary>Tons of the mean yield on the planted area of the last year known.</summary>
    public double MeanTons => Mean * Naive.PlantedRai / 1000;
}
