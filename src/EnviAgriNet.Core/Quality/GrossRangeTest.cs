using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Core.Quality;

/// <summary>What lies outside the sensor's span fails; outside the user's span it is suspect. Both spans include their ends.</summary>
/// <param name="Fail">The sensor's span; null when only the user's is known.</param>
/// <param name="Suspect">The user's span, inside the sensor's; null for none.</param>
public sealed record GrossRangeTest(Span? Fail, Span? Suspect) : SeriesTest
{
    /// <inheritdoc/>
    public override QualityTest Kind => QualityTest.GrossRange;

    /// <summary>The flag of a value.</summary>
    public QualityFlag Judge(double value) =>
        Fail is { } fail && !fail.Holds(value) ? QualityFlag.Fail
        : Suspect is { } suspect && !suspect.Holds(value) ? QualityFlag.Suspect
        : QualityFlag.Pass;

    /// <inheritdoc/>
    public override IEnumerable<string> Faults()
    {
        if (Fail is null && Suspect is null)
        {
            yield return "fail or suspect is needed";
        }

        if (Fail is { } fail && Suspect is { } suspect && !fail.Holds(suspect))
        {
            yield return $"suspect {suspect} must lie inside fail {fail}";
        }
    }

    /// <inheritdoc/>
    protected override void Judge(QualitySeries series, Span<QualityFlag> flags)
    {
        for (int i = 0; i < flags.Length; i++)
        {
            flags[i] = Judge(series.Values[i]);
        }
    }
}
