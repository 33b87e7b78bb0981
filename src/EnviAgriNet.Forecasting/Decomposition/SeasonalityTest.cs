namespace EnviAgriNet.Forecasting.Decomposition;

/// <summary>Whether a series has a season worth taking out, by its autocorrelation at one season (as R's <c>thetaf</c>).</summary>
public static class SeasonalityTest
{
    /// <summary>The 95th percentile of the normal curve: 90 % on two sides.</summary>
    private const double Quantile = 1.6448536269514722;

    /// <summary>True when the autocorrelation one season apart stands out at 90 %; false for two seasons or less.</summary>
    public static bool IsSeasonal(ReadOnlySpan<double> values, int season)
    {
        int n = values.Length;
        if (season < 2 || n <= 2 * season)
        {
            return false;
        }

        double mean = 0;
        foreach (double value in values)
        {
            mean += value / n;
        }

        double[] centred = new double[n];
        for (int t = 0; t < n; t++)
        {
            centred[t] = values[t] - mean;
        }

        double power = Lagged(centred, 0);
        if (!(power > 0))
        {
            return false;
        }

        double squares = 0;
        for (int lag = 1; lag < season; lag++)
        {
            double correlation = Lagged(centred, lag) / power;
            squares += correlation * correlation;
        }

        return Math.Abs(Lagged(centred, season) / power) > Quantile * Math.Sqrt((1 + (2 * squares)) / n);
    }

    private static double Lagged(ReadOnlySpan<double> centred, int lag)
    {
        double sum = 0;
        for (int t = lag; t < centred.Length; t++)
        {
            sum += centred[t] * centred[t - lag];
        }

        return sum;
    }
}
