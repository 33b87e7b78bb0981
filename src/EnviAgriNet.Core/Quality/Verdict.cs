using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Core.Quality;

/// <summary>A flag and the test that set it; None where nothing was found wrong.</summary>
/// <param name="Flag">The flag.</param>
/// <param name="Test">The test.</param>
public readonly record struct Verdict(QualityFlag Flag, QualityTest Test)
{
    /// <summary>Nothing was judged.</summary>
    public static readonly Verdict NotEvaluated = new(QualityFlag.NotEvaluated, QualityTest.None);

    /// <summary>
    /// The more serious of two, by the precedence of QARTOD: missing, not evaluated, pass, suspect, fail. Of two equal ones the
    /// first stays, so that the test that is named first names the flag.
    /// </summary>
    public static Verdict Worse(Verdict first, Verdict second) =>
        Rank(second.Flag) > Rank(first.Flag) ? second : first;

    /// <summary>The more serious of two flags.</summary>
    public static QualityFlag Worse(QualityFlag first, QualityFlag second) => Rank(second) > Rank(first) ? second : first;

    /// <summary>A test's own flag as a verdict: the test is named only where it found something.</summary>
    public static Verdict Of(QualityFlag flag, QualityTest test) =>
        new(flag, flag is QualityFlag.Suspect or QualityFlag.Fail ? test : QualityTest.None);

    private static int Rank(QualityFlag flag) => flag switch
    {
        QualityFlag.Fail => 4,
        QualityFlag.Suspect => 3,
        QualityFlag.Pass => 2,
        QualityFlag.NotEvaluated => 1,
        _ => 0,
    };
}
