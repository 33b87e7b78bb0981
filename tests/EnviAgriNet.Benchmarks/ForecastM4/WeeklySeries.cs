using System.Globalization;
using System.IO.Compression;
using EnviAgriNet.Benchmarks.Machine;
using EnviAgriNet.Testing;

namespace EnviAgriNet.Benchmarks.ForecastM4;

/// <summary>A weekly series of the M4 competition: what one was given, and what came.</summary>
/// <param name="Name">Its name, such as <c>W1</c>.</param>
/// <param name="Train">What one was given, oldest first.</param>
/// <param name="Test">What came.</param>
internal sealed record WeeklySeries(string Name, double[] Train, double[] Test)
{
    private const string TrainFile = "Weekly-train.csv";
    private const string TestFile = "Weekly-test.csv";

    /// <summary>The same with the end of the training part in place of the test part: what may be looked at while choosing.</summary>
    public WeeklySeries HoldOut() => this with { Train = Train[..^Test.Length], Test = Train[^Test.Length..] };

    /// <summary>Reads both files of a folder, plain or gzipped; series with a row in both count.</summary>
    public static IReadOnlyList<WeeklySeries> Read(string? folder)
    {
        IEnumerable<string> folders = folder is null
            ? [Path.Combine(SharedData.Folder, "prices", "m4_weekly")]
            : [folder, Path.Combine(folder, "prices", "m4_weekly"), Path.Combine(folder, "m4_weekly")];
        string found = folders.FirstOrDefault(f => PathOf(f, TrainFile) is not null)
            ?? throw new BenchmarkException($"There is no {TrainFile} or {TrainFile}.gz in {string.Join(", ", folders)}");
        Dictionary<string, double[]> test = Rows(PathOf(found, TestFile)
            ?? throw new BenchmarkException($"There is no {TestFile} or {TestFile}.gz in {found}")).ToDictionary(r => r.Name, r => r.Values);
        return [.. Rows(PathOf(found, TrainFile)!).Where(r => test.ContainsKey(r.Name)).Select(r => new WeeklySeries(r.Name, r.Values, test[r.Name]))];
    }

    private static string? PathOf(string folder, string file) =>
        ((IEnumerable<string>)[Path.Combine(folder, file), Path.Combine(folder, file + ".gz")]).FirstOrDefault(File.Exists);

    private static IEnumerable<(string Name, double[] Values)> Rows(string path)
    {
        using FileStream file = File.OpenRead(path);
        using StreamReader reader = new(path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file);
        _ = reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            string[] cells = [.. line.Split(',').Select(c => c.Trim('"'))];
            yield return (cells[0], [.. cells.Skip(1).Where(c => c.Length > 0).Select(c => double.Parse(c, CultureInfo.InvariantCulture))]);
        }
    }
}
