namespace EnviAgriNet.Forecasting.Models.Arima;

/// <summary>How often a series is differenced: the test of Kwiatkowski, Phillips, Schmidt and Shin (1992) at 5 %, repeated.</summary>
internal static class UnitRoots
{
    private const double Critical5Percent = 0.463;

    /// <summary>Differences until the level holds, at most <paramref name="most"/>.</summary>
    public static int Differences(double[] values, int most)
    {
        double[] series = values;
        for (int d = 0; d < most; d++)
        {
            if (IsConstant(series) || !(Statistic(series) > Critical5Percent))
            {
                return d;
            }

            series = Differencing.Of(series, 1, 0, 1);
        }

        return most;
    }

    /// <summary>Whether every value is the same but for rounding.</summary>
    public static bool IsConstant(ReadOnlySpan<double> values)
    {
        double low = double.PositiveInfinity;
        double high = double.NegativeInfinity;
        foreach (double value in values)
        {
            low = Math.Min(low, value);
            high = Math.Max(high, value);
        }

        return !(high - low > 1e-10 * Math.Max(Math.Abs(high), Math.Abs(low)));
    }

    /// <summary>The statistic for a level, with 3√n/13 lags under Bartlett's weights.</summary>
    public static double Statistic(double[] series)
    {
        int count = series.Length;
        double mean = series.Average();
        double[] rest = new double[count];
        double sum = 0;
        double sums = 0;
        for (int t = 0; t < count; t++)
        {
            rest[t] = series[t] - mean;
            sum += rest[t];
            sums += sum * sum;
        }

        int lags = (int)(3 * Math.Sqrt(count) / 13);
        double variance = LagFilter.Product(rest, rest);
        for (int lag = 1; lag <= lags; lag++)
        {
            variance += 2 * (1 - (lag / (lags + 1.0))) * LagFilter.Product(rest.AsSpan(lag), rest.AsSpan(0, count - lag));
        }

        return sums / ((double)count * variance);
    }
}
