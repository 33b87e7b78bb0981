using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Core.Quality;

/// <summary>
/// A change from the point before that is faster than the thing measured can change. The first point and a point after a missing
/// one pass.
/// </summary>
/// <param name="SuspectPerSecond">Suspect above this rate; null for never.</param>
/// <param name="FailPerSecond">Fails above this rate; null for never.</param>
/// <param name="MinSeconds">
/// Steps shorter than this count as this long, so that a limit "per sample" of the usual kind can be told as a rate; default 1,
/// which is what ioos_qc does with points in the same second.
/// </param>
public sealed record RateOfChangeTest(double? SuspectPerSecond, double? FailPerSecond, double MinSeconds = 1) : SeriesTest
{
    /// <inheritdoc/>
    public override QualityTest Kind => QualityTest.RateOfChange;

    /// <summary>The flag of a value by the one before; a value before that is not finite is missing.</summary>
    /// <param name="before">The value before.</param>
    /// <param name="value">The value.</param>
    /// <param name="stepMs">Milliseconds between them; only whole seconds count.</param>
    public QualityFlag Judge(double before, double value, long stepMs)
    {
        if (!double.IsFinite(before))
        {
            return QualityFlag.Pass;
        }

        double seconds = Math.Max(Math.Abs(stepMs) / 1000, MinSeconds);
        double rate = Math.Abs((value - before) / seconds);
        return FailPerSecond is { } fail && rate > fail ? QualityFlag.Fail
            : SuspectPerSecond is { } suspect && rate > suspect ? QualityFlag.Suspect
            : QualityFlag.Pass;
    }

    /// <inheritdoc/>
    public override IEnumerable<string> Faults()
    {
        if (SuspectPerSecond is null && FailPerSecond is null)
        {
            yield return "suspect_per_second or fail_per_second is needed";
        }

        foreach (string fault in NegativeFaults(("suspect_per_second", SuspectPerSecond), ("fail_per_second", FailPerSecond)))
        {
            yield return fault;
        }

        if (!(MinSeconds >= 1 && MinSeconds <= 86_400))
        {
            yield return $"min_seconds {MinSeconds} must be from 1 to 86400";
        }
    }

    /// <inheritdoc/>
    protected override void Judge(QualitySeries series, Span<QualityFlag> flags)
    {
        ReadOnlySpan<double> values = series.Values;
        ReadOnlySpan<long> times = series.TimesMs;
        for (int i = 0; i < flags.Length; i++)
        {
            flags[i] = i == 0 ? QualityFlag.Pass : Judge(values[i - 1], values[i], times[i] - times[i - 1]);
        }
    }
}
