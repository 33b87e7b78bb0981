namespace EnviAgriNet.Forecasting.Models.Arima;

/// <summary>Differences and the way back.</summary>
internal static class Differencing
{
    /// <summary>The series differenced; empty when it is too short.</summary>
    public static double[] Of(ReadOnlySpan<double> values, int differences, int seasonalDifferences, int season)
    {
        double[] result = values.ToArray();
        for (int i = 0; i < seasonalDifferences; i++)
        {
            result = Once(result, season);
        }

        for (int i = 0; i < differences; i++)
        {
            result = Once(result, 1);
        }

        return result;
    }

    /// <summary>The weights c of (1-B)^d (1-B^s)^D = 1 - c1 B - c2 B² …; index 0 is lag 1.</summary>
    public static double[] Weights(ArimaOrder order)
    {
        double[] polynomial = [1];
        for (int i = 0; i < order.SeasonalDifferences; i++)
        {
            polynomial = Times(polynomial, order.Season);
        }

        for (int i = 0; i < order.Differences; i++)
        {
            polynomial = Times(polynomial, 1);
        }

        return [.. polynomial.Skip(1).Select(x => -x)];
    }

    private static double[] Times(double[] polynomial, int lag)
    {
        double[] product = new double[polynomial.Length + lag];
        for (int i = 0; i < polynomial.Length; i++)
        {
            product[i] += polynomial[i];
            product[i + lag] -= polynomial[i];
        }

        return product;
    }

    private static double[] Once(double[] values, int lag)
    {
        double[] result = new double[Math.Max(0, values.Length - lag)];
        for (int t = 0; t < result.Length; t++)
        {
            result[t] = values[t + lag] - values[t];
        }

        return result;
    }
}
