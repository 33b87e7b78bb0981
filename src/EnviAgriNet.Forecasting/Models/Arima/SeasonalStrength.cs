namespace EnviAgriNet.Forecasting.Models.Arima;

/// <summary>
/// How much of what is left after the trend is the season (Wang, Smith and Hyndman 2006), from a decomposition by loess with the
/// windows of R's mstl: above 0.64 a seasonal difference is taken.
/// </summary>
internal static class SeasonalStrength
{
    /// <summary>Above this the series is differenced by its season.</summary>
    public const double DifferencedAbove = 0.64;

    private const int SeasonalWindow = 11;

    /// <summary>0 for no season at all, 1 for nothing but season; 0 when there are not two whole seasons.</summary>
    public static double Of(ReadOnlySpan<double> values, int season)
    {
        if (season < 2 || values.Length <= 2 * season)
        {
            return 0;
        }

        double[] seasonal = new double[values.Length];
        double[] trend = new double[values.Length];
        int trendWindow = Odd(1.5 * season / (1 - (1.5 / SeasonalWindow)));
        for (int pass = 0; pass < 2; pass++)
        {
            Seasonal(values, trend, season, seasonal);
            double[] rest = new double[values.Length];
            for (int t = 0; t < rest.Length; t++)
            {
                rest[t] = values[t] - seasonal[t];
            }

            for (int t = 0; t < trend.Length; t++)
            {
                trend[t] = Loess.At(rest, t, trendWindow, 1);
            }
        }

        return Strength(values, seasonal, trend);
    }

    private static double Strength(ReadOnlySpan<double> values, double[] seasonal, double[] trend)
    {
        double[] remainder = new double[values.Length];
        double[] both = new double[values.Length];
        for (int t = 0; t < remainder.Length; t++)
        {
            both[t] = values[t] - trend[t];
            remainder[t] = both[t] - seasonal[t];
        }

        double all = Variance(both);
        return all > 0 ? Math.Clamp(1 - (Variance(remainder) / all), 0, 1) : 0;
    }

    private static void Seasonal(ReadOnlySpan<double> values, double[] trend, int season, double[] seasonal)
    {
        double[] cycles = new double[values.Length + (2 * season)];
        for (int phase = 0; phase < season; phase++)
        {
            int years = (values.Length - phase + season - 1) / season;
            double[] years1 = new double[years];
            for (int k = 0; k < years; k++)
            {
                int t = phase + (k * season);
                years1[k] = values[t] - trend[t];
            }

            for (int k = -1; k <= years; k++)
            {
                cycles[phase + ((k + 1) * season)] = Loess.At(years1, k, SeasonalWindow, 0);
            }
        }

        double[] low = Mean(Mean(Mean(cycles, season), season), 3);
        int lowWindow = season % 2 == 1 ? season : season + 1;
        for (int t = 0; t < seasonal.Length; t++)
        {
            seasonal[t] = cycles[t + season] - Loess.At(low, t, lowWindow, 1);
        }
    }

    private static double[] Mean(double[] values, int window)
    {
        double[] means = new double[values.Length - window + 1];
        double sum = 0;
        for (int t = 0; t < values.Length; t++)
        {
            sum += values[t] - (t >= window ? values[t - window] : 0);
            if (t >= window - 1)
            {
                means[t - window + 1] = sum / window;
            }
        }

        return means;
    }

    private static double Variance(double[] values)
    {
        double mean = values.Average();
        return values.Sum(x => (x - mean) * (x - mean));
    }

    private static int Odd(double value)
    {
        int next = (int)Math.Ceiling(value);
        return next % 2 == 1 ? next : next + 1;
    }
}
