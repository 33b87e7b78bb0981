using System.Text.Json;
using System.Text.Json.Nodes;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Core.Quality;

/// <summary>
/// Configurations as JSON. Our own names and those of ioos_qc are both read, with <c>_test</c> at the end of a test's name or
/// without; ours are written.
/// </summary>
public static class QualityJson
{
    private static readonly JsonDocumentOptions Reading = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Reads a configuration, or throws a <see cref="FormatException"/> that lists every fault, one a line.</summary>
    public static QualityConfig Parse(string json)
    {
        QualityConfig? config = TryParse(json, out IReadOnlyList<string> faults);
        return config ?? throw new FormatException(string.Join('\n', faults));
    }

    /// <summary>Reads a configuration; null with every fault when there is one.</summary>
    public static QualityConfig? TryParse(string json, out IReadOnlyList<string> faults)
    {
        List<string> found = [];
        faults = found;
        try
        {
            using JsonDocument document = JsonDocument.Parse(json, Reading);
            QualityConfig config = Read(document.RootElement, string.Empty, found);
            return found.Count == 0 ? config : null;
        }
        catch (JsonException e)
        {
            found.Add($"not JSON: {e.Message}");
            return null;
        }
    }

    /// <summary>The configuration in our own names; reading it again gives the same.</summary>
    public static JsonObject Write(QualityConfig config)
    {
        JsonObject json = [];
        foreach (SeriesTest test in config.Tests)
        {
            json[QualityMark.NameOf(test.Kind)] = QualityTestJson.Write(test);
        }

        if (config.Neighbour is { } n)
        {
            json["neighbour"] = new JsonObject
            {
                ["tolerance"] = n.Tolerance,
                ["share"] = n.Share,
                ["km_max"] = n.KilometresMax,
                ["neighbours_min"] = n.NeighboursMin,
                ["neighbours_max"] = n.NeighboursMax,
            };
        }

        if (config.HumidityDoubt is { } doubt)
        {
            json["sensor_doubt"] = new JsonObject { ["humidity_above"] = doubt.HumidityAbove };
        }

        return json;
    }

    /// <summary>Reads the object of one series; faults are added with their path.</summary>
    internal static QualityConfig Read(JsonElement json, string path, List<string> faults)
    {
        List<SeriesTest> tests = [];
        NeighbourTest? neighbour = null;
        HumidityDoubt? doubt = null;
        int faultsBefore = faults.Count;
        if (json.ValueKind != JsonValueKind.Object)
        {
            faults.Add($"{(path.Length == 0 ? "the configuration" : path)} must be an object");
            return QualityConfig.Empty;
        }

        foreach (JsonProperty property in Unwrap(json).EnumerateObject())
        {
            string name = property.Name.EndsWith("_test", StringComparison.Ordinal) ? property.Name[..^5] : property.Name;
            string at = path.Length == 0 ? name : $"{path}.{name}";
            switch (name)
            {
                case "neighbour":
                    neighbour = QualityTestJson.ReadNeighbour(new JsonFields(property.Value, at, faults));
                    AddFaults(at, neighbour.Faults(), faults);
                    break;
                case "sensor_doubt":
                    doubt = QualityTestJson.ReadDoubt(new JsonFields(property.Value, at, faults));
                    AddFaults(at, doubt.Faults(), faults);
                    break;
                case "aggregate":
                    // ioos_qc asks for it; here it always comes.
                    break;
                default:
                    AddTest(name, at, property.Value, tests, faults);
                    break;
            }
        }

        return faults.Count > faultsBefore ? QualityConfig.Empty : new QualityConfig(tests, neighbour, doubt);
    }

    private static void AddTest(string name, string at, JsonElement json, List<SeriesTest> tests, List<string> faults)
    {
        int faultsBefore = faults.Count;
        if (QualityTestJson.Read(name, at, json, faults) is not { } test)
        {
            return;
        }

        if (tests.Exists(t => t.Kind == test.Kind))
        {
            faults.Add($"{at} stands twice");
        }

        if (faults.Count == faultsBefore)
        {
            AddFaults(at, test.Faults(), faults);
        }

        tests.Add(test);
    }

    private static void AddFaults(string at, IEnumerable<string> found, List<string> faults) =>
        faults.AddRange(found.Select(f => $"{at}.{f}"));

    // ioos_qc nests its tests under the name of their module.
    private static JsonElement Unwrap(JsonElement json) =>
        json.TryGetProperty("qartod", out JsonElement inner) && inner.ValueKind == JsonValueKind.Object ? inner : json;
}
