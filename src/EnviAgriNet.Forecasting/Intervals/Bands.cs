namespace EnviAgriNet.Forecasting.Intervals;

/// <summary>
/// How far from a forecast its value may lie, step by step, on the scale of errors: the conformal way (Vovk et al. 2005; for several
/// steps see Stankevičiūtė et al. 2021), with errors of forecasts from past origins as scores.
/// </summary>
/// <param name="Half80">Half the width of the 80 % band of each step.</param>
/// <param name="Half95">Half the width of the 95 % band of each step.</param>
internal sealed record Bands(double[] Half80, double[] Half95)
{
    /// <summary>Fewer scores than these say nothing about one value in twenty.</summary>
    public const int ScoresMin = 40;

    // Normal quantiles, and how much wider a band from theory is made: it leaves out that the model itself was chosen.
    private const double Normal80 = 1.2816;
    private const double Normal95 = 1.9600;
    private const double TheoryWidening = 1.25;

    /// <summary>Bands from the errors of a trial; null when there are too few.</summary>
    /// <param name="errors">Every error with its step and the movement of the series at its origin.</param>
    /// <param name="horizon">Steps ahead.</param>
    /// <param name="movement">How much the series moves now, see <see cref="Movement"/>.</param>
    public static Bands? FromErrors(IReadOnlyList<(double Error, int Step, double Movement)> errors, int horizon, double movement)
    {
        if (errors.Count < ScoresMin)
        {
            return null;
        }

        double[] growth = ErrorGrowth.Of(errors, horizon);
        double[] scores = new double[errors.Count];
        for (int i = 0; i < scores.Length; i++)
        {
            (double error, int step, double then) = errors[i];
            scores[i] = growth[step] > 0 && then > 0 ? Math.Abs(error) / (growth[step] * then) : 0;
        }

        Array.Sort(scores);
        double q80 = Quantile(scores, 0.80);
        double q95 = Quantile(scores, 0.95);
        return new Bands([.. growth.Select(g => q80 * g * movement)], [.. growth.Select(g => q95 * g * movement)]);
    }

    /// <summary>Bands from standard errors by theory.</summary>
    public static Bands FromTheory(IReadOnlyList<double> standardErrors) => new(
        [.. standardErrors.Select(s => s * Normal80 * TheoryWidening)], [.. standardErrors.Select(s => s * Normal95 * TheoryWidening)]);

    // The finite-sample rank of split conformal prediction: the ⌈(n+1)·p⌉-th smallest score.
    private static double Quantile(double[] sorted, double share)
    {
        int rank = (int)Math.Ceiling((sorted.Length + 1) * share);
        return sorted[Math.Clamp(rank, 1, sorted.Length) - 1];
    }
}
