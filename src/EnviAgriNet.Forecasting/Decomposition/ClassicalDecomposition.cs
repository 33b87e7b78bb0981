namespace EnviAgriNet.Forecasting.Decomposition;

/// <summary>The classical season by centred moving averages, as R's <c>decompose</c> has it.</summary>
public static class ClassicalDecomposition
{
    /// <summary>
    /// The pattern of one season: index 0 is the season's place of the first value. Additive patterns sum to zero,
    /// multiplicative ones have mean one. With less than three whole seasons a straight line stands for the trend.
    /// </summary>
    /// <returns>The pattern, or null when the series is shorter than two seasons or a multiplicative one meets zero.</returns>
    public static double[]? Pattern(ReadOnlySpan<double> values, int season, SeasonalShape shape)
    {
        if (season < 2 || values.Length < 2 * season)
        {
            return null;
        }

        double[] trend = values.Length >= 3 * season ? MovingAverage(values, season) : Line(values);
        double[] sums = new double[season];
        int[] counts = new int[season];
        for (int t = 0; t < values.Length; t++)
        {
            if (!double.IsNaN(trend[t]))
            {
                sums[t % season] += shape == SeasonalShape.Additive ? values[t] - trend[t] : values[t] / trend[t];
                counts[t % season]++;
            }
        }

        double mean = 0;
        for (int i = 0; i < season; i++)
        {
            sums[i] /= Math.Max(1, counts[i]);
            mean += sums[i] / season;
        }

        for (int i = 0; i < season; i++)
        {
            sums[i] = shape == SeasonalShape.Additive ? sums[i] - mean : sums[i] / mean;
            if (!double.IsFinite(sums[i]))
            {
                return null;
            }
        }

        return sums;
    }

    private static double[] MovingAverage(ReadOnlySpan<double> values, int season)
    {
        double[] trend = new double[values.Length];
        Array.Fill(trend, double.NaN);
        int half = season / 2;
        for (int t = half; t < values.Length - half; t++)
        {
            double sum = 0;
            for (int i = t - half; i <= t + half; i++)
            {
                bool edge = season % 2 == 0 && (i == t - half || i == t + half);
                sum += edge ? values[i] / 2 : values[i];
            }

            trend[t] = sum / season;
        }

        return trend;
    }

    private static double[] Line(ReadOnlySpan<double> values)
    {
        (double start, double slope) = StraightLine.Through(values);
        double[] trend = new double[values.Length];
        for (int t = 0; t < trend.Length; t++)
        {
            trend[t] = start + (slope * t);
        }

        return trend;
    }
}
