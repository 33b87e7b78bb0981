using System.Text.Json.Nodes;

namespace EnviAgriNet.Demo.Field;

/// <summary>The alert versions as <c>eag-cloud alert list --json</c> prints them, by event.</summary>
public sealed class AlertHistory
{
    private AlertHistory(IReadOnlyList<JsonObject> versions) => Versions = versions;

    /// <summary>Every version, as it came.</summary>
    public IReadOnlyList<JsonObject> Versions { get; }

    /// <summary>Versions that went out: not for the record only, and not drafts.</summary>
    public IEnumerable<JsonObject> Released => Versions.Where(v => Text(v, "state") is not ("Recorded" or "Draft"));

    /// <summary>Reads what the command printed.</summary>
    public static AlertHistory Parse(string text)
    {
        JsonNode? answer = JsonNode.Parse(text);
        JsonArray versions = answer as JsonArray ?? answer?["alerts"] as JsonArray
            ?? throw new FieldException($"the list of alerts is no array: {text}");
        return new AlertHistory([.. versions.Select(v => v!.AsObject())]);
    }

    /// <summary>One line per event that went out, oldest first: hazard, region, how it went, whether it ended.</summary>
    public IEnumerable<string> Lines() => Released
        .GroupBy(v => Text(v, "event"))
        .OrderBy(g => g.Min(v => Text(v, "sent_at")), StringComparer.Ordinal)
        .Select(g =>
        {
            List<JsonObject> versions = [.. g.OrderBy(Version)];
            JsonObject last = versions[^1];
            string way = Way(versions);
            return $"{Text(last, "hazard")} in {Text(last, "region")}, {Text(versions[0], "sent_at")} to {Text(last, "sent_at")}: {way}";
        });

    /// <summary>A field of a version as text; empty when it is not there.</summary>
    public static string Text(JsonObject version, string name) => version[name]?.ToString() ?? string.Empty;

    /// <summary>Whether the version says that it is over.</summary>
    public static bool IsAllClear(JsonObject version) => version["all_clear"]?.GetValue<bool>() ?? false;

    /// <summary>The steps of an event; versions that only prolong a step are not repeated.</summary>
    private static string Way(List<JsonObject> versions)
    {
        List<string> steps = [];
        foreach (string step in versions.Select(v => IsAllClear(v) ? "all-clear" : Text(v, "severity")))
        {
            if (steps.Count == 0 || steps[^1] != step)
            {
                steps.Add(step);
            }
        }

        return string.Join(" > ", steps);
    }

    private static int Version(JsonObject version) => version["version"]?.GetValue<int>() ?? 0;
}
