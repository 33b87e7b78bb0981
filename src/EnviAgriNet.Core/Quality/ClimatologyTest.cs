using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Core.Quality;

/// <summary>
/// What is usual at a time of the year and at a depth. Members are tried in their order and each that applies has its say, so the
/// last one holds; where none applies the flag is 2.
/// </summary>
public sealed record ClimatologyTest : SeriesTest
{
    /// <summary>The test of those members.</summary>
    public ClimatologyTest(IReadOnlyList<ClimatologyMember> members) => Members = members;

    /// <summary>The members, in the order in which they are tried.</summary>
    public IReadOnlyList<ClimatologyMember> Members { get; }

    /// <inheritdoc/>
    public override QualityTest Kind => QualityTest.Climatology;

    /// <summary>The flag of a value.</summary>
    /// <param name="timeMs">Milliseconds since 1970.</param>
    /// <param name="value">The value.</param>
    /// <param name="depth">The depth in metres, positive down; NaN when unknown.</param>
    public QualityFlag Judge(long timeMs, double value, double depth)
    {
        QualityFlag flag = QualityFlag.NotEvaluated;
        foreach (ClimatologyMember member in Members)
        {
            flag = member.Applies(timeMs, depth) ? member.Judge(value) : flag;
        }

        return flag;
    }

    /// <inheritdoc/>
    public override IEnumerable<string> Faults() => Members.Count == 0 ? ["at least one member is needed"] : [];

    /// <inheritdoc/>
    protected override void Judge(QualitySeries series, Span<QualityFlag> flags)
    {
        for (int i = 0; i < flags.Length; i++)
        {
            flags[i] = Judge(series.TimesMs[i], series.Values[i], series.DepthAt(i));
        }
    }
}
