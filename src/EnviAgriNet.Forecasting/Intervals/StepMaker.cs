using EnviAgriNet.Forecasting.Combination;

namespace EnviAgriNet.Forecasting.Intervals;

/// <summary>Puts bands around forecasts.</summary>
internal static class StepMaker
{
    /// <summary>One step; without bands they are as narrow as the median.</summary>
    public static ForecastStep Of(DateOnly date, double median, Bands? bands, int step, Scale scale)
    {
        double half80 = bands?.Half80[step] ?? 0;
        double half95 = Math.Max(bands?.Half95[step] ?? 0, half80);
        return new ForecastStep(
            date,
            median,
            Finite(scale.Away(median, -half80)),
            Finite(scale.Away(median, half80)),
            Finite(scale.Away(median, -half95)),
            Finite(scale.Away(median, half95)));
    }

    // A series that jumped by many powers of ten has bands beyond what can be printed; they end at the largest value that is taken.
    private static double Finite(double bound) => Math.Clamp(bound, -ForecastLimits.ValueMax * 1000, ForecastLimits.ValueMax * 1000);
}
