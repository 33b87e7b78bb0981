using System.Security.Cryptography;
using System.Text;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Core.Quality;

/// <summary>The tests of one series with their limits, as data. Two configurations of the same tests have the same version.</summary>
public sealed class QualityConfig
{
    private const int VersionBytes = 6;

    // Made when asked for: an edge, which has to start fast, never asks.
    private string? _version;

    /// <summary>A configuration of tests that have no faults, each kind at most once.</summary>
    public QualityConfig(
        IReadOnlyList<SeriesTest> tests, NeighbourTest? neighbour = null, HumidityDoubt? humidityDoubt = null)
    {
        Tests = tests;
        Neighbour = neighbour;
        HumidityDoubt = humidityDoubt;
    }

    /// <summary>No test at all.</summary>
    public static QualityConfig Empty { get; } = new([]);

    /// <summary>The tests, in the order in which they were given.</summary>
    public IReadOnlyList<SeriesTest> Tests { get; }

    /// <summary>How far the value may be from what the stations around measure; null for never judged.</summary>
    public NeighbourTest? Neighbour { get; }

    /// <summary>Above which humidity the sensor is not believed; null for never doubted.</summary>
    public HumidityDoubt? HumidityDoubt { get; }

    /// <summary>12 hexadecimal digits that change when a test, a limit or the order changes.</summary>
    public string Version => _version ??= Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(QualityJson.Write(this).ToJsonString())).AsSpan(0, VersionBytes));

    /// <summary>The test of a kind, or null.</summary>
    public TTest? Find<TTest>()
        where TTest : SeriesTest => Tests.OfType<TTest>().FirstOrDefault();

    /// <summary>The flags of a whole series, test by test and together.</summary>
    public QualityResult Judge(QualitySeries series)
    {
        QualityFlag[][] flags = new QualityFlag[Tests.Count][];
        Verdict[] verdicts = new Verdict[series.Count];
        Array.Fill(verdicts, new Verdict(QualityFlag.Missing, QualityTest.None));
        for (int t = 0; t < flags.Length; t++)
        {
            flags[t] = Tests[t].Judge(series);
            for (int i = 0; i < verdicts.Length; i++)
            {
                verdicts[i] = Verdict.Worse(verdicts[i], Verdict.Of(flags[t][i], Tests[t].Kind));
            }
        }

        return new QualityResult(verdicts, flags);
    }
}

/// <summary>What the tests say of a series.</summary>
/// <param name="Verdicts">Of each point the most serious flag, and the test that set it.</param>
/// <param name="Flags">Of each test, in the order of the configuration, the flag of each point.</param>
public sealed record QualityResult(IReadOnlyList<Verdict> Verdicts, IReadOnlyList<QualityFlag[]> Flags);
