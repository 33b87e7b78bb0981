namespace EnviAgriNet.Forecasting.Models.Arima;

/// <summary>What was estimated.</summary>
/// <param name="Order">Which model.</param>
/// <param name="Point">Coefficients: ar, ma, seasonal ar, seasonal ma, the columns, the constant last; the columns in the series' own units.</param>
/// <param name="Variance">Mean square of the errors in units of the scale (for exact likelihood: with the determinant in it).</param>
/// <param name="Scale">What one unit of the variance's root is in the series.</param>
/// <param name="Count">Values after differencing.</param>
/// <param name="ErrorVariance">The same without the determinant: the variance of the errors.</param>
internal sealed record ArimaEstimate(ArimaOrder Order, double[] Point, double Variance, double Scale, int Count, double ErrorVariance)
{
    /// <summary>Coefficients and the variance.</summary>
    public int Parameters => Point.Length + 1;

    /// <summary>Logarithm of the likelihood.</summary>
    public double LogLikelihood =>
        -0.5 * Count * (Math.Log(2 * Math.PI * Math.Max(double.Epsilon, Variance)) + 1 + (2 * Math.Log(Scale)));

    /// <summary>Akaike's criterion corrected for short series; infinite where there are too few values for it.</summary>
    public double Aicc
    {
        get
        {
            int free = Count - Parameters - 1;
            return free <= 0
                ? double.PositiveInfinity
                : (-2 * LogLikelihood) + (2.0 * Parameters) + (2.0 * Parameters * (Parameters + 1) / free);
        }
    }

    /// <summary>Whether every factor's roots are at least one in a hundred outside the unit circle, as a model to be trusted needs.</summary>
    public bool IsComfortable => RootDistance.IsAtLeast(this, 1.01);
}
