namespace EnviAgriNet.Forecasting.Series;

/// <summary>Values that a model can be fitted to: no gaps, lone spikes set aside, level shifts kept.</summary>
/// <param name="Values">One finite value for each cell.</param>
/// <param name="IsQuoted">Whether the cell's value was published as it stands; errors are measured on those alone.</param>
/// <param name="Filled">Gaps that were filled.</param>
/// <param name="Outliers">Values that were replaced.</param>
public sealed record CleanSeries(double[] Values, bool[] IsQuoted, int Filled, int Outliers)
{
    private const int Reach = 3;
    private const double SpikeFactor = 8;

    // The scale of a normal distribution from its median absolute deviation.
    private const double MadToSigma = 1.4826;

    /// <summary>Fills gaps on a straight line between their neighbours and replaces lone spikes by the median around them.</summary>
    public static CleanSeries Of(IReadOnlyList<double?> cells)
    {
        double[] values = new double[cells.Count];
        bool[] isQuoted = new bool[cells.Count];
        int filled = 0;
        int before = -1;
        for (int i = 0; i < cells.Count; i++)
        {
            if (cells[i] is not { } value)
            {
                continue;
            }

            values[i] = value;
            isQuoted[i] = true;
            for (int gap = before + 1; before >= 0 && gap < i; gap++)
            {
                values[gap] = values[before] + ((value - values[before]) * (gap - before) / (i - before));
                filled++;
            }

            before = i;
        }

        return new CleanSeries(values, isQuoted, filled, ReplaceSpikes(values, isQuoted));
    }

    // A spike stands alone: it is far from the median of its window, and so far from both neighbours. After a shift of the level the
    // window's median is on the new level, so that a shift is no spike; nor are the last values, which may be the start of one.
    private static int ReplaceSpikes(double[] values, bool[] isQuoted)
    {
        if (values.Length <= 2 * Reach)
        {
            return 0;
        }

        double[] medians = new double[values.Length];
        double[] window = new double[(2 * Reach) + 1];
        List<double> distances = [];
        List<double> steps = [];
        for (int i = Reach; i < values.Length - Reach; i++)
        {
            Array.Copy(values, i - Reach, window, 0, window.Length);
            Array.Sort(window);
            medians[i] = window[Reach];
            distances.Add(Math.Abs(values[i] - medians[i]));
            steps.Add(Math.Abs(values[i] - values[i - 1]));
        }

        // Prices that stand still for weeks make either scale zero: then any move would be a spike, and none is called one.
        double scale = MadToSigma * Math.Max(Median(distances), Median(steps));
        int replaced = 0;
        for (int i = Reach; scale > 0 && i < values.Length - Reach; i++)
        {
            double limit = SpikeFactor * scale;
            if (Math.Abs(values[i] - medians[i]) > limit
                && Math.Abs(values[i] - values[i - 1]) > limit
                && Math.Abs(values[i] - values[i + 1]) > limit)
            {
                values[i] = medians[i];
                isQuoted[i] = false;
                replaced++;
            }
        }

        return replaced;
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }
}
