using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Core.Quality;

/// <summary>
/// A signal that moves, but too little. The whole series gets one flag, or with a period each point one by the window that ends at
/// it: points strictly younger than the period.
/// </summary>
/// <param name="Suspect">Suspect below this strength; null for never.</param>
/// <param name="Fail">Fails below this strength; null for never.</param>
/// <param name="Measure">How the strength is measured.</param>
/// <param name="PeriodSeconds">The length of the window; null or 0 for the whole series.</param>
/// <param name="MinObservations">With fewer values in the window it cannot be judged; null for one.</param>
/// <param name="MinPeriodSeconds">The same as a time, turned into steps of the median length; the number wins when both are given.</param>
public sealed record AttenuatedSignalTest(
    double? Suspect,
    double? Fail,
    SignalMeasure Measure,
    double? PeriodSeconds,
    int? MinObservations,
    double? MinPeriodSeconds) : SeriesTest
{
    /// <inheritdoc/>
    public override QualityTest Kind => QualityTest.AttenuatedSignal;

    /// <summary>The flag of a strength; not finite when it could not be told.</summary>
    public QualityFlag Judge(double strength) =>
        double.IsNaN(strength) ? QualityFlag.NotEvaluated
        : strength < Fail ? QualityFlag.Fail
        : strength < Suspect ? QualityFlag.Suspect
        : QualityFlag.Pass;

    /// <inheritdoc/>
    public override IEnumerable<string> Faults()
    {
        if (Suspect is null && Fail is null)
        {
            yield return "suspect_threshold or fail_threshold is needed";
        }

        foreach (string fault in NegativeFaults(
            ("suspect_threshold", Suspect),
            ("fail_threshold", Fail),
            ("test_period", PeriodSeconds),
            ("min_obs", MinObservations),
            ("min_period", MinPeriodSeconds)))
        {
            yield return fault;
        }
    }

    /// <inheritdoc/>
    protected override void Judge(QualitySeries series, Span<QualityFlag> flags)
    {
        if (PeriodSeconds is not > 0)
        {
            flags.Fill(Judge(Strength(series)));
            return;
        }

        int observations = MinObservations
            ?? (MinPeriodSeconds is { } seconds ? (int)Math.Min(int.MaxValue, Math.Truncate(seconds / series.StepSeconds)) : 1);
        JudgeWindows(series, (long)(PeriodSeconds.Value * 1000), observations, flags);
    }

    private static double RangeOf(SlidingRange range, int missing) => missing > 0 || range.IsEmpty ? double.NaN : range.Range;

    private void JudgeWindows(QualitySeries series, long periodMs, int observations, Span<QualityFlag> flags)
    {
        SlidingRange range = new(series.Count);
        SlidingSpread spread = new();
        int missing = 0;
        int from = 0;
        for (int i = 0; i < flags.Length; i++)
        {
            for (; series.TimesMs[from] <= series.TimesMs[i] - periodMs; from++)
            {
                missing -= series.IsMissing(from) ? 1 : 0;
                if (!series.IsMissing(from))
                {
                    spread.Remove(series.Values[from]);
                }
            }

            range.DropBefore(from);
            if (series.IsMissing(i))
            {
                missing++;
                continue;
            }

            spread.Add(series.Values[i]);
            range.Add(i, series.Values[i]);

            // A window with a hole has a deviation of what is there, but no range: so does ioos_qc.
            flags[i] = spread.Count < observations
                ? QualityFlag.NotEvaluated
                : Judge(Measure == SignalMeasure.Std ? spread.Deviation : RangeOf(range, missing));
        }
    }

    private double Strength(QualitySeries series)
    {
        double[] values = [.. series.Values.ToArray().Where(double.IsFinite)];
        if (values.Length == 0)
        {
            return double.NaN;
        }

        if (Measure == SignalMeasure.Range)
        {
            return values.Max() - values.Min();
        }

        double mean = values.Average();
        return Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / values.Length);
    }
}

/// <summary>How the strength of a signal is measured.</summary>
public enum SignalMeasure
{
    /// <summary>The standard deviation of the whole (divided by n).</summary>
    Std,

    /// <summary>The largest value minus the smallest.</summary>
    Range,
}
