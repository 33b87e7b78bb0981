using System.Text.Json.Nodes;

namespace EnviAgriNet.Cloud.Cases;

/// <summary>Cases as programs, commands and the officers' page get them.</summary>
internal static class CaseJson
{
    private const int QuotedLengthMax = 20;

    /// <summary>A case without what is personal.</summary>
    public static JsonObject Of(CaseLine file) => new()
    {
        ["number"] = file.Number,
        ["kind"] = file.Kind,
        ["state"] = file.State.Word(),
        ["way"] = file.Way,
        ["region"] = file.Region,
        ["place"] = file.Place,
        ["people"] = file.People,
        ["needs"] = new JsonArray([.. file.Needs.Select(need => (JsonNode)need)]),
        ["assignee"] = file.Assignee,
        ["messages"] = file.Messages,
        ["can_answer"] = file.Recipient is not null,
        ["opened_at"] = file.OpenedAt,
        ["heard_at"] = file.HeardAt,
        ["changed_at"] = file.ChangedAt,
    };

    /// <summary>A whole case, for one officer's eyes.</summary>
    public static JsonObject Of(CaseLine file, IReadOnlyList<CaseStep> steps, string? address)
    {
        JsonObject whole = Of(file);
        whole["phone"] = address;
        whole["steps"] = new JsonArray([.. steps.Select(step => (JsonNode)new JsonObject
        {
            ["at"] = step.At,
            ["actor"] = step.Actor,
            ["what"] = step.What,
            ["state"] = step.State.Word(),
            ["text"] = step.Details?.Text,
            ["latitude"] = step.Details?.Latitude,
            ["longitude"] = step.Details?.Longitude,
        })]);
        return whole;
    }

    /// <summary>A case on the map.</summary>
    public static JsonObject Of(CasePoint point) => new()
    {
        ["number"] = point.File.Number,
        ["kind"] = point.File.Kind,
        ["state"] = point.File.State.Word(),
        ["people"] = point.File.People,
        ["latitude"] = point.Latitude,
        ["longitude"] = point.Longitude,
        ["exact"] = point.IsExact,
    };

    /// <summary>A count above the list.</summary>
    public static JsonObject Of(CaseCount count) => new()
    {
        ["help"] = count.IsHelp,
        ["state"] = count.State.Word(),
        ["count"] = count.Count,
        ["oldest_at"] = count.OldestAt,
    };

    /// <summary>A foreign text as an answer may repeat it.</summary>
    public static string Quoted(string text) =>
        string.Concat(text.Take(QuotedLengthMax).Select(c => char.IsAsciiLetterOrDigit(c) || c == '-' ? c : '?'));
}
