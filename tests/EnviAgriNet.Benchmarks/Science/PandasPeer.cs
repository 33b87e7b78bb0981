using System.Globalization;
using EnviAgriNet.Benchmarks.Machine;

namespace EnviAgriNet.Benchmarks.Science;

/// <summary>The rolling mean of pandas, what many use for such data: a whole sorted column at once, in C.</summary>
internal static class PandasPeer
{
    public const string Missing = "pandas was not there: apt-get install python3-pandas.";

    public const string Remark =
        "pandas works on a whole sorted column at once and keeps it all; it takes no late reading without beginning anew. Ours and the "
        + "List answer after each reading, as live judging must.";

    private const string Script = """
        import time, sys, numpy, pandas
        count = 2_000_000
        walk = numpy.clip(40 + numpy.cumsum(numpy.random.RandomState(1).rand(count) - 0.5), 2, 400).round(1)
        series = pandas.Series(walk, index=pandas.date_range("2026-03-01", periods=count, freq="min"))
        series.head(10000).rolling("24h").mean()
        begin = time.process_time()
        series.rolling("24h").mean()
        print(pandas.__version__, count / (time.process_time() - begin))
        """;

    private static readonly TimeSpan LimitSpan = TimeSpan.FromMinutes(2);

    // Debian's own Python has Debian's pandas, even where another Python comes first in the path.
    private static readonly string[] Pythons = ["/usr/bin/python3", "python3"];

    /// <summary>Measures pandas; null when it is not installed.</summary>
    public static ScienceCost? TryMeasure()
    {
        using TempFolder folder = new();
        string script = folder.Write("rolling.py", Script);
        foreach (string python in Pythons.Where(p => File.Exists(p) || Tool.Find(p) is not null))
        {
            try
            {
                string[] words = Tool.Run(python, "python3-pandas", folder.At("."), LimitSpan, script).Split(' ');
                ScienceCost cost = new(
                    $"pandas {words[0]}, rolling(\"24h\").mean()", double.Parse(words[1], CultureInfo.InvariantCulture));
                Progress.Say($"{cost.Name}: {cost.PerSecond:N0} a second");
                return cost;
            }
            catch (BenchmarkException e) when (e.Message.Contains("No module named", StringComparison.Ordinal))
            {
                Progress.Say($"{python} has no pandas");
            }
        }

        return null;
    }
}
