using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Core.Quality;

/// <summary>
/// A value far from the one before and the one after. First and last point, and a point next to a missing one, cannot be judged: 2.
/// </summary>
/// <param name="Suspect">Suspect above this height; null or 0 for never.</param>
/// <param name="Fail">Fails above this height; null or 0 for never.</param>
/// <param name="Method">How the height is measured.</param>
public sealed record SpikeTest(double? Suspect, double? Fail, SpikeMethod Method) : SeriesTest
{
    /// <inheritdoc/>
    public override QualityTest Kind => QualityTest.Spike;

    /// <summary>The flag of a value between its neighbours; a neighbour that is not finite is missing.</summary>
    public QualityFlag Judge(double before, double value, double after)
    {
        if (!double.IsFinite(before) || !double.IsFinite(after))
        {
            return QualityFlag.NotEvaluated;
        }

        return Above(Method == SpikeMethod.Average ? FromAverage(before, value, after) : FromBoth(before, value, after), Suspect, Fail);
    }

    /// <inheritdoc/>
    public override IEnumerable<string> Faults() => NegativeFaults(("suspect", Suspect), ("fail", Fail));

    /// <inheritdoc/>
    protected override void Judge(QualitySeries series, Span<QualityFlag> flags)
    {
        ReadOnlySpan<double> values = series.Values;
        for (int i = 0; i < flags.Length; i++)
        {
            flags[i] = i == 0 || i == flags.Length - 1
                ? QualityFlag.NotEvaluated
                : Judge(values[i - 1], values[i], values[i + 1]);
        }
    }

    private static double FromAverage(double before, double value, double after) => Math.Abs(value - ((before + after) / 2));

    private static double FromBoth(double before, double value, double after)
    {
        double left = value - before;
        double right = after - value;
        return left * right >= 0 ? 0 : Math.Min(Math.Abs(left), Math.Abs(right));
    }
}

/// <summary>How the height of a spike is measured.</summary>
public enum SpikeMethod
{
    /// <summary>The distance to the mean of the value before and the value after.</summary>
    Average,

    /// <summary>The smaller distance to the two; 0 unless the value lies above both or below both.</summary>
    Differential,
}
