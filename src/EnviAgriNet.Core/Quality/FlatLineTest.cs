using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Core.Quality;

/// <summary>
/// A value that stays within a tolerance for too long. The time is turned into a number of steps of the median length, and the last
/// so many steps are looked at; before there are as many points, all pass.
/// </summary>
/// <param name="SuspectSeconds">Suspect after so long; null for never.</param>
/// <param name="FailSeconds">Fails after so long; null for never.</param>
/// <param name="Tolerance">Values whose range is strictly smaller than this are the same; 0 flags nothing.</param>
/// <param name="IgnoreBelow">
/// Values below this are let pass, because there staying the same is natural, as for the wind of a calm night; null for none.
/// </param>
/// <param name="PointsMin">With fewer values in the time all pass: two equal hours prove nothing; null for one, as in ioos_qc.</param>
public sealed record FlatLineTest(
    double? SuspectSeconds, double? FailSeconds, double Tolerance, double? IgnoreBelow = null, int? PointsMin = null) : SeriesTest
{
    private const int SeriesPointsMin = 3;

    /// <inheritdoc/>
    public override QualityTest Kind => QualityTest.FlatLine;

    /// <inheritdoc/>
    public override IEnumerable<string> Faults()
    {
        if (SuspectSeconds is null && FailSeconds is null)
        {
            yield return "suspect_seconds or fail_seconds is needed";
        }

        foreach (string fault in NegativeFaults(
            ("suspect_seconds", SuspectSeconds), ("fail_seconds", FailSeconds), ("tolerance", Tolerance), ("min_points", PointsMin)))
        {
            yield return fault;
        }
    }

    /// <summary>Whether staying the same says nothing about this value.</summary>
    internal bool Ignores(double value) => value < IgnoreBelow;

    /// <inheritdoc/>
    protected override void Judge(QualitySeries series, Span<QualityFlag> flags)
    {
        flags.Fill(QualityFlag.Pass);
        if (series.Count < SeriesPointsMin)
        {
            return;
        }

        // Failing is said last, whichever of the two times is the longer.
        Mark(series, SuspectSeconds, QualityFlag.Suspect, flags);
        Mark(series, FailSeconds, QualityFlag.Fail, flags);
    }

    private void Mark(QualitySeries series, double? seconds, QualityFlag flag, Span<QualityFlag> flags)
    {
        if (seconds is not { } limit)
        {
            return;
        }

        double steps = Math.Truncate(Math.Truncate(limit) / series.StepSeconds);
        if (!(steps < series.Count))
        {
            return;
        }

        int count = (int)steps;
        SlidingRange window = new(series.Count);
        ReadOnlySpan<double> values = series.Values;
        int points = 0;
        for (int i = 0; i < flags.Length; i++)
        {
            points -= i > count && double.IsFinite(values[i - count - 1]) ? 1 : 0;
            if (double.IsFinite(values[i]))
            {
                window.Add(i, values[i]);
                points++;
            }

            window.DropBefore(i - count);
            if (i >= count && points >= (PointsMin ?? 1) && points > 0 && window.Range < Tolerance && !Ignores(values[i]))
            {
                flags[i] = flag;
            }
        }
    }
}
