using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Core.Quality;

/// <summary>
/// A point that came after a silence strictly longer than allowed. It says nothing about the value; the first point shares the flag
/// of the second.
/// </summary>
/// <param name="SuspectSeconds">Suspect after a longer silence; null for never.</param>
/// <param name="FailSeconds">Fails after a longer silence; null for never.</param>
public sealed record GapTest(double? SuspectSeconds, double? FailSeconds) : SeriesTest
{
    /// <inheritdoc/>
    public override QualityTest Kind => QualityTest.Gap;

    /// <summary>The flag of a point by the milliseconds since the one before.</summary>
    public QualityFlag Judge(long stepMs) => Above(stepMs / 1000.0, SuspectSeconds, FailSeconds);

    /// <summary>Data reception: fails when a reading is strictly older than allowed at the moment it is looked at.</summary>
    /// <param name="ageMs">Its age in milliseconds; negative when it is newer than now, which passes.</param>
    /// <param name="ageMax">How old it may be; 6 hours in QARTOD.</param>
    public static QualityFlag Reception(long ageMs, TimeSpan ageMax) =>
        ageMs > ageMax.TotalMilliseconds ? QualityFlag.Fail : QualityFlag.Pass;

    /// <summary>Impossible date: fails when a reading is newer than now, or outside the span of the deployment, ends included.</summary>
    public static QualityFlag ImpossibleDate(DateTimeOffset takenAt, DateTimeOffset now, DateTimeOffset? from, DateTimeOffset? until) =>
        takenAt > now || takenAt < from || takenAt > until ? QualityFlag.Fail : QualityFlag.Pass;

    /// <inheritdoc/>
    public override IEnumerable<string> Faults()
    {
        if (SuspectSeconds is null && FailSeconds is null)
        {
            yield return "suspect_seconds or fail_seconds is needed";
        }

        foreach (string fault in NegativeFaults(("suspect_seconds", SuspectSeconds), ("fail_seconds", FailSeconds)))
        {
            yield return fault;
        }
    }

    /// <inheritdoc/>
    protected override void Judge(QualitySeries series, Span<QualityFlag> flags)
    {
        ReadOnlySpan<long> times = series.TimesMs;
        for (int i = 1; i < flags.Length; i++)
        {
            flags[i] = Judge(times[i] - times[i - 1]);
        }

        if (flags.Length > 0)
        {
            flags[0] = flags.Length > 1 ? flags[1] : QualityFlag.Pass;
        }
    }
}
