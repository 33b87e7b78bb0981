namespace EnviAgriNet.Forecasting.Models.Arima;

/// <summary>How far the roots of a model's factors are from the unit circle.</summary>
internal static class RootDistance
{
    /// <summary>Whether no root lies within <paramref name="radius"/>: the factor with its coefficients stretched is still inside.</summary>
    public static bool IsAtLeast(ArimaEstimate estimate, double radius)
    {
        ArimaOrder order = estimate.Order;
        // Roots of a seasonal factor are counted in steps, hence the season's root of the radius is what R asks of them.
        double seasonal = Math.Pow(radius, order.Season);
        double[] stretched = [.. estimate.Point.Take(order.Coefficients)];
        int at = 0;
        Stretch(stretched, ref at, order.Ar, radius);
        Stretch(stretched, ref at, order.Ma, radius);
        Stretch(stretched, ref at, order.SeasonalAr, seasonal);
        Stretch(stretched, ref at, order.SeasonalMa, seasonal);
        return new ArmaPolynomials(order).Take(stretched, 1);
    }

    private static void Stretch(double[] point, ref int at, int count, double radius)
    {
        double factor = 1;
        for (int i = 0; i < count; i++)
        {
            factor *= radius;
            point[at++] *= factor;
        }
    }
}
