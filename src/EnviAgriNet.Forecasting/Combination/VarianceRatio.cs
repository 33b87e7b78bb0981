namespace EnviAgriNet.Forecasting.Combination;

/// <summary>
/// How far a series gets in several steps, against what as many independent steps would do (Lo and MacKinlay 1988): about 1 for a walk at
/// random, well below 1 for a series that comes back to its level.
/// </summary>
internal static class VarianceRatio
{
    /// <summary>
    /// Below this a series comes back beyond doubt. A trial over a few horizons is a matter of luck: on the training part of the M4 weekly
    /// series, showing naive wherever it had been ahead cost a seventh of the accuracy, nearly all of it on series that come back.
    /// </summary>
    public const double Walk = 0.7;

    /// <summary>The ratio, 0 or more; 1 where there is nothing to take it from.</summary>
    /// <param name="values">The series.</param>
    /// <param name="steps">How many steps, 1 or more.</param>
    /// <param name="scale">What a step is: a ratio or a difference.</param>
    public static double Of(ReadOnlySpan<double> values, int steps, Scale scale)
    {
        if (values.Length <= 2 * steps)
        {
            return 1;
        }

        double drift = scale.Error(values[^1], values[0]) / (values.Length - 1);
        double one = MeanSquare(values, 1, drift, scale);
        return one > 0 ? MeanSquare(values, steps, drift, scale) / (steps * one) : 1;
    }

    private static double MeanSquare(ReadOnlySpan<double> values, int steps, double drift, Scale scale)
    {
        double sum = 0;
        for (int t = steps; t < values.Length; t++)
        {
            double move = scale.Error(values[t], values[t - steps]) - (steps * drift);
            sum += move * move;
        }

        return sum / (values.Length - steps);
    }
}
