namespace EnviAgriNet.Forecasting.Combination;

/// <summary>Weights of members from their errors in the past.</summary>
internal static class Weights
{
    // Errors of few origins are themselves uncertain: a power of 1 and a part of equal weights keep a lucky member from taking all.
    private const double Power = 1;
    private const double EqualShare = 0.5;

    /// <summary>One weight for each error, all together 1; a member without an error (NaN) gets the mean of the others.</summary>
    public static double[] Of(ReadOnlySpan<double> errors)
    {
        double[] weights = new double[errors.Length];
        double smallest = double.PositiveInfinity;
        foreach (double error in errors)
        {
            smallest = error < smallest ? error : smallest;
        }

        double total = 0;
        for (int i = 0; i < errors.Length; i++)
        {
            weights[i] = smallest > 0 && double.IsFinite(smallest) && !double.IsNaN(errors[i])
                ? Math.Pow(smallest / errors[i], Power)
                : 1;
            total += weights[i];
        }

        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] = ((1 - EqualShare) * weights[i] / total) + (EqualShare / weights.Length);
        }

        return weights;
    }
}
