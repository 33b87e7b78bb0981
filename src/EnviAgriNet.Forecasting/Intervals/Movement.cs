using EnviAgriNet.Forecasting.Combination;

namespace EnviAgriNet.Forecasting.Intervals;

/// <summary>
/// How much a series moves from step to step, of late and over all: prices have calm and restless years, and a band that is right on
/// average is wrong in both.
/// </summary>
internal static class Movement
{
    private const double Memory = 0.94;
    private const double ShareOfLate = 0.5;

    // A year in which a price stood still is no promise that it never moves again.
    private const double LateMin = 0.25;

    /// <summary>The movement known at each length of the series: index n is what its first n values tell. Positive unless nothing ever moved.</summary>
    public static double[] Of(ReadOnlySpan<double> values, Scale scale)
    {
        double[] movement = new double[values.Length + 1];
        double late = 0;
        double sum = 0;
        for (int t = 1; t < values.Length; t++)
        {
            double step = Math.Abs(scale.Error(values[t], values[t - 1]));
            sum += step;
            double mean = sum / t;
            late = t == 1 ? step : (Memory * late) + ((1 - Memory) * step);
            movement[t + 1] = Math.Pow(Math.Max(late, LateMin * mean), ShareOfLate) * Math.Pow(mean, 1 - ShareOfLate);
        }

        return movement;
    }
}
