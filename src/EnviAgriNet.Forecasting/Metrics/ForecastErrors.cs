using EnviAgriNet.Core.Markets;

namespace EnviAgriNet.Forecasting.Metrics;

/// <summary>
/// Measures of forecast errors, as the M4 competition and Hyndman and Athanasopoulos (Forecasting: Principles and Practice, 3rd ed.,
/// section 5.8 and 5.9) define them. Arguments of one call have the same length.
/// </summary>
public static class ForecastErrors
{
    /// <summary>Symmetric mean absolute percentage error, 0 to 200 %: mean of 200|y−f|/(|y|+|f|); a pair of zeros counts 0.</summary>
    public static double Smape(ReadOnlySpan<double> actual, ReadOnlySpan<double> forecast)
    {
        double sum = 0;
        for (int i = 0; i < actual.Length; i++)
        {
            double size = Math.Abs(actual[i]) + Math.Abs(forecast[i]);
            sum += size == 0 ? 0 : 200 * Math.Abs(actual[i] - forecast[i]) / size;
        }

        return sum / actual.Length;
    }

    /// <summary>Mean absolute error over <paramref name="scale"/>, which is <see cref="NaiveScale"/> of the training part.</summary>
    public static double Mase(ReadOnlySpan<double> actual, ReadOnlySpan<double> forecast, double scale)
    {
        double sum = 0;
        for (int i = 0; i < actual.Length; i++)
        {
            sum += Math.Abs(actual[i] - forecast[i]);
        }

        return sum / actual.Length / scale;
    }

    /// <summary>The mean size of the step from a value to the one <paramref name="lag"/> later; NaN where there is none.</summary>
    public static double NaiveScale(ReadOnlySpan<double> training, int lag)
    {
        double sum = 0;
        for (int t = lag; t < training.Length; t++)
        {
            sum += Math.Abs(training[t] - training[t - lag]);
        }

        return sum / (training.Length - lag);
    }

    /// <summary>
    /// The lag of the scale: 1 for days and weeks, 12 for months, as in the M4 competition.
    /// </summary>
    public static int ScaleLag(Frequency frequency) => frequency == Frequency.Monthly ? 12 : 1;

    /// <summary>The pinball loss of one quantile forecast, in the unit of the series.</summary>
    /// <param name="actual">What came.</param>
    /// <param name="forecast">The forecast of the quantile.</param>
    /// <param name="quantile">0 to 1.</param>
    public static double Pinball(double actual, double forecast, double quantile) =>
        Math.Max(quantile * (actual - forecast), (quantile - 1) * (actual - forecast));

    /// <summary>
    /// The interval score of a band that should hold all but <paramref name="alpha"/> (Gneiting and Raftery 2007, Eq. 43): its width,
    /// and 2/alpha times the distance of what lies outside. Divided by the naive scale it is the MSIS of the M4 competition.
    /// </summary>
    public static double IntervalScore(double actual, double low, double high, double alpha) =>
        high - low + (2 / alpha * (Math.Max(low - actual, 0) + Math.Max(actual - high, 0)));
}
