using EnviAgriNet.Forecasting.Decomposition;

namespace EnviAgriNet.Forecasting.Models.Smoothing;

/// <summary>First states to search from, by the rules of R's <c>ets</c>: a classical season, then a line through the first values.</summary>
internal static class EtsStart
{
    private const double SeasonLeast = 0.01;

    public static EtsParameters? For(double[] values, int season, EtsForm form)
    {
        int cycle = form.Season == EtsSeason.None ? 0 : season;
        var start = new EtsParameters(cycle);
        double[] adjusted = values;
        if (cycle > 0)
        {
            bool additive = form.Season == EtsSeason.Additive;
            double[]? pattern = ClassicalDecomposition.Pattern(
                values, season, additive ? SeasonalShape.Additive : SeasonalShape.Multiplicative);
            if (pattern is null)
            {
                return null;
            }

            adjusted = (double[])values.Clone();
            double sum = 0;
            for (int s = 0; s < cycle; s++)
            {
                pattern[s] = additive ? pattern[s] : Math.Max(pattern[s], SeasonLeast);
                sum += pattern[s];
            }

            for (int s = 0; s < cycle; s++)
            {
                start.Season[s] = additive ? pattern[s] : pattern[s] * cycle / sum;
            }

            for (int t = 0; t < values.Length; t++)
            {
                adjusted[t] = additive ? values[t] - pattern[t % season] : values[t] / pattern[t % season];
            }
        }

        PlaceLine(start, adjusted.AsSpan(0, Math.Min(Math.Max(10, 2 * cycle), adjusted.Length)), form);
        return start;
    }

    private static void PlaceLine(EtsParameters start, ReadOnlySpan<double> first, EtsForm form)
    {
        (double height, double slope) = StraightLine.Through(first);
        if (form.Trend == EtsTrend.None)
        {
            start.Level = height + (slope * (first.Length - 1) / 2);
            return;
        }

        // The state stands one step before the first value.
        start.Level = height - slope;
        start.Growth = slope;
    }
}
