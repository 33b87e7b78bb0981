namespace EnviAgriNet.Forecasting.Decomposition;

/// <summary>The line of least squares through equally spaced values.</summary>
internal static class StraightLine
{
    /// <summary>Its height at the first value and its rise a step; flat for fewer than two values.</summary>
    public static (double Start, double Slope) Through(ReadOnlySpan<double> values)
    {
        double mean = 0;
        foreach (double value in values)
        {
            mean += value / values.Length;
        }

        double middle = (values.Length - 1) / 2.0;
        double cross = 0;
        double squares = 0;
        for (int t = 0; t < values.Length; t++)
        {
            cross += (t - middle) * (values[t] - mean);
            squares += (t - middle) * (t - middle);
        }

        double slope = squares > 0 ? cross / squares : 0;
        return (mean - (slope * middle), slope);
    }
}
