using EnviAgriNet.Forecasting.Decomposition;

namespace EnviAgriNet.Forecasting.Models.Arima;

/// <summary>
/// How much of what is left after the trend is the season (Wang, Smith and Hyndman 2006), by STL with the window of R's mstl: above 0.64 a
/// seasonal difference is taken.
/// </summary>
internal static class SeasonalStrength
{
    /// <summary>Above this the series is differenced by its season.</summary>
    public const double DifferencedAbove = 0.64;

    private const int SeasonWindow = 11;

    /// <summary>0 for no season at all, 1 for nothing but season; 0 when there are not two whole seasons.</summary>
    public static double Of(ReadOnlySpan<double> values, int season)
    {
        if (season < 2
            || values.Length <= 2 * season
            || Stl.Decompose(values, season, new StlOptions { SeasonWindow = SeasonWindow }) is not { } parts)
        {
            return 0;
        }

        double all = SquaresAboutMean([.. parts.Season.Zip(parts.Remainder, (s, r) => s + r)]);
        return all > 0 ? Math.Clamp(1 - (SquaresAboutMean(parts.Remainder) / all), 0, 1) : 0;
    }

    private static double SquaresAboutMean(double[] values)
    {
        double mean = values.Average();
        return values.Sum(x => (x - mean) * (x - mean));
    }
}
