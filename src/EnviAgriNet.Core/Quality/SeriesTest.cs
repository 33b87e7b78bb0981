using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Core.Quality;

/// <summary>
/// One test of a series with its limits. The semantics are those of ioos_qc (QARTOD), edge cases included: spans include their
/// ends, thresholds are passed only by what is strictly beyond them, a missing value is 9. Stateless.
/// </summary>
public abstract record SeriesTest
{
    /// <summary>Which test this is.</summary>
    public abstract QualityTest Kind { get; }

    /// <summary>What is wrong with the limits: the key and the rule it breaks. Empty when nothing is.</summary>
    public virtual IEnumerable<string> Faults() => [];

    /// <summary>The flags of a whole series.</summary>
    public QualityFlag[] Judge(QualitySeries series)
    {
        QualityFlag[] flags = new QualityFlag[series.Count];
        Judge(series, flags);
        for (int i = 0; i < flags.Length; i++)
        {
            if (series.IsMissing(i))
            {
                flags[i] = QualityFlag.Missing;
            }
        }

        return flags;
    }

    /// <summary>Flags all points; what is said of a missing one does not count.</summary>
    protected abstract void Judge(QualitySeries series, Span<QualityFlag> flags);

    /// <summary>Fail and suspect by what is strictly above a limit; a limit that is null or zero is none.</summary>
    internal static QualityFlag Above(double measure, double? suspect, double? fail) =>
        fail is > 0 && measure > fail ? QualityFlag.Fail
        : suspect is > 0 && measure > suspect ? QualityFlag.Suspect
        : QualityFlag.Pass;

    private protected static IEnumerable<string> NegativeFaults(params (string Key, double? Value)[] limits) =>
        limits.Where(l => l.Value is { } v && !(v >= 0 && double.IsFinite(v))).Select(l => $"{l.Key} {l.Value} must be 0 or more");
}
