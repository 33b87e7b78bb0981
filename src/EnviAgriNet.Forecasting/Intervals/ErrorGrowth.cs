namespace EnviAgriNet.Forecasting.Intervals;

/// <summary>How errors grow with the steps ahead, from errors of few origins: a power of the step, fitted to all steps together.</summary>
internal static class ErrorGrowth
{
    // A walk at random grows with the root of the step; nothing that is forecast grows faster than in proportion to it.
    private const double PowerMin = 0.0;
    private const double PowerMax = 1.0;

    /// <summary>One positive factor for each step, 1 for the first; it never falls.</summary>
    public static double[] Of(IReadOnlyList<(double Error, int Step, double Movement)> errors, int horizon)
    {
        double[] sums = new double[horizon];
        int[] counts = new int[horizon];
        foreach ((double error, int step, double movement) in errors)
        {
            if (movement > 0)
            {
                sums[step] += Math.Abs(error) / movement;
                counts[step]++;
            }
        }

        double power = Power(sums, counts);
        double[] growth = new double[horizon];
        for (int step = 0; step < horizon; step++)
        {
            growth[step] = Math.Pow(step + 1, power);
        }

        return growth;
    }

    // The slope of log mean error against log step, each step weighing as much as it has errors.
    private static double Power(double[] sums, int[] counts)
    {
        double weight = 0, x = 0, y = 0, xx = 0, xy = 0;
        for (int step = 0; step < sums.Length; step++)
        {
            if (sums[step] > 0)
            {
                double logStep = Math.Log(step + 1);
                double logError = Math.Log(sums[step] / counts[step]);
                weight += counts[step];
                x += counts[step] * logStep;
                y += counts[step] * logError;
                xx += counts[step] * logStep * logStep;
                xy += counts[step] * logStep * logError;
            }
        }

        double spread = (weight * xx) - (x * x);
        return spread > 0 ? Math.Clamp(((weight * xy) - (x * y)) / spread, PowerMin, PowerMax) : 0.5;
    }
}
