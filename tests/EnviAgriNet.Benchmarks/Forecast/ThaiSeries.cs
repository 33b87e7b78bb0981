using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using EnviAgriNet.Benchmarks.Machine;
using EnviAgriNet.Core.Markets;
using EnviAgriNet.Forecasting.Series;
using EnviAgriNet.Testing;

namespace EnviAgriNet.Benchmarks.Forecast;

/// <summary>A published series of Thai prices, as it was quoted.</summary>
/// <param name="Name">Commodity, source and frequency.</param>
/// <param name="Frequency">The grid it is forecast on.</param>
/// <param name="Points">The quotations.</param>
internal sealed record ThaiSeries(string Name, Frequency Frequency, IReadOnlyList<SeriesPoint> Points)
{
    private const int PointsMin = 60;

    /// <summary>The rice of the Ministry of Commerce by days and by weeks, the food of the World Food Programme by months.</summary>
    public static IReadOnlyList<ThaiSeries> Read(string? folder)
    {
        string prices = folder is null ? Path.Combine(SharedData.Folder, "prices") : folder;
        prices = Directory.Exists(Path.Combine(prices, "prices")) ? Path.Combine(prices, "prices") : prices;
        ThaiSeries[] found = [.. Commerce(Path.Combine(prices, "dit_rice")), .. FoodProgramme(Path.Combine(prices, "wfp"))];
        return found.Length > 0 ? found : throw new BenchmarkException("There is neither dit_rice/*.json(.gz) nor wfp/*.csv in the folder of prices");
    }

    private static IEnumerable<ThaiSeries> Commerce(string folder)
    {
        foreach (string path in Files(folder, "*.json*"))
        {
            using FileStream file = File.OpenRead(path);
            using Stream text = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
            using JsonDocument document = JsonDocument.Parse(text);
            string name = $"{document.RootElement.GetProperty("meta").GetProperty("product_name").GetString()} (Commerce)";
            SeriesPoint[] points =
            [
                .. document.RootElement.GetProperty("records").EnumerateArray().Select(r => new SeriesPoint(
                    Date(r.GetProperty("date").GetString()!),
                    r.GetProperty("price_avg") is { ValueKind: JsonValueKind.Number } price ? price.GetDouble() : null)),
            ];
            yield return new ThaiSeries($"{name}, days", Frequency.Daily, points);
            yield return new ThaiSeries($"{name}, weeks", Frequency.Weekly, points);
        }
    }

    private static IEnumerable<ThaiSeries> FoodProgramme(string folder) =>
        from path in Files(folder, "*.csv")
        from series in FoodProgrammeFile(path)
        select series;

    private static IEnumerable<ThaiSeries> FoodProgrammeFile(string path)
    {
        string[] lines = File.ReadAllLines(path);
        string[] head = Cells(lines[0]);
        int At(string column) => Array.IndexOf(head, column);
        return lines.Skip(1)
            .Where(line => !line.StartsWith('#') && line.Length > 0)
            .Select(Cells)
            .GroupBy(cells => $"{cells[At("commodity")]}, {cells[At("market")]} (WFP), months")
            .Select(rows => new ThaiSeries(
                rows.Key,
                Frequency.Monthly,
                [.. rows.Select(r => new SeriesPoint(Date(r[At("date")]), double.Parse(r[At("price")], CultureInfo.InvariantCulture)))]))
            .Where(series => series.Points.Count >= PointsMin);
    }

    // A comma within quotation marks belongs to its cell: every second part between the marks.
    private static string[] Cells(string line) =>
        [.. string.Concat(line.Split('"').Select((part, i) => i % 2 == 0 ? part.Replace(',', '\t') : part)).Split('\t')];

    private static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder, pattern).Order(StringComparer.Ordinal) : [];

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
