namespace EnviAgriNet.Forecasting.Combination;

/// <summary>Makes one forecast of several.</summary>
internal static class Blend
{
    /// <summary>
    /// The weighted median: half of the weight is not above it and half not below, between two members their mid-point by weight. A member that
    /// runs away moves it no further than its neighbour.
    /// </summary>
    /// <param name="values">Forecasts of one step, one for each member; sorted by the call.</param>
    /// <param name="weights">Their weights, positive; carried along.</param>
    public static double Median(Span<double> values, Span<double> weights)
    {
        values.Sort(weights);
        double total = 0;
        foreach (double weight in weights)
        {
            total += weight;
        }

        // The middle of each member's weight; the median lies where the middle of all is reached.
        double below = 0;
        double lastMiddle = 0;
        for (int i = 0; i < values.Length; i++)
        {
            double middle = below + (weights[i] / 2);
            if (middle >= total / 2)
            {
                return i == 0
                    ? values[0]
                    : values[i - 1] + ((values[i] - values[i - 1]) * ((total / 2) - lastMiddle) / (middle - lastMiddle));
            }

            lastMiddle = middle;
            below += weights[i];
        }

        return values[^1];
    }

    /// <summary>The weighted median of each step.</summary>
    /// <param name="forecasts">One array of steps for each member, of one length, at least one member.</param>
    /// <param name="weights">Their weights, positive.</param>
    public static double[] Steps(IReadOnlyList<double[]> forecasts, IReadOnlyList<double> weights)
    {
        double[] blend = new double[forecasts[0].Length];
        double[] values = new double[forecasts.Count];
        double[] shares = new double[forecasts.Count];
        for (int step = 0; step < blend.Length; step++)
        {
            for (int m = 0; m < values.Length; m++)
            {
                values[m] = forecasts[m][step];
                shares[m] = weights[m];
            }

            blend[step] = Median(values, shares);
        }

        return blend;
    }
}
