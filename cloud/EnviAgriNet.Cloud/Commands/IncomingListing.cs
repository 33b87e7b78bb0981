using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Platforms;
using EnviAgriNet.Core.Messages;
using EnviAgriNet.Hosting;
using EnviAgriNet.Protocol.Cap;

namespace EnviAgriNet.Cloud.Commands;

/// <summary>Sources and what they sent, as <c>cap incoming</c> prints them.</summary>
internal sealed record IncomingListing(IReadOnlyList<SourceLook> Looks, IReadOnlyList<IncomingAlert> Alerts, DateTimeOffset Now)
{
    public static IncomingListing Of(IReadOnlyList<SourceLook> looks, IReadOnlyList<IncomingAlert> alerts, DateTimeOffset now) =>
        new(looks, alerts, now);

    /// <summary>Prints all of it.</summary>
    public void Print(IConsole console, bool asJson)
    {
        if (asJson)
        {
            console.Line(new JsonObject
            {
                ["sources"] = new JsonArray([.. Looks.Select(l => (JsonNode)Json(l))]),
                ["alerts"] = new JsonArray([.. Alerts.Select(a => (JsonNode)Json(a))]),
            }.ToJsonString(CloudCall.ReadableJson));
            return;
        }

        foreach (SourceLook look in Looks)
        {
            string since = look.AnsweredAt is { } at ? $"last answered {LocalTime.Of(at):yyyy-MM-dd HH:mm}" : "never answered";
            console.Line($"source {look.Name}: {(look.Fault is null ? "answers" : $"{look.Fault}; {since}")}");
        }

        foreach (IncomingAlert alert in Alerts)
        {
            console.Line(
                $"{alert.Number,6} {LocalTime.Of(alert.HeardAt):yyyy-MM-dd HH:mm} {alert.Source} {StateOf(alert)} {alert.Type} {alert.Severity} "
                + $"{HeadlineOf(alert)} [{string.Join(' ', alert.Regions)}] {alert.Reason}");
        }
    }

    private static JsonObject Json(SourceLook look) => new()
    {
        ["name"] = look.Name,
        ["looked_at"] = look.LookedAt,
        ["answered_at"] = look.AnsweredAt,
        ["fault"] = look.Fault,
    };

    private JsonObject Json(IncomingAlert alert) => new()
    {
        ["number"] = alert.Number,
        ["source"] = alert.Source,
        ["state"] = StateOf(alert),
        ["verdict"] = alert.Verdict.ToString().ToLowerInvariant(),
        ["reason"] = alert.Reason,
        ["sender"] = alert.Sender,
        ["identifier"] = alert.Identifier,
        ["sent_at"] = alert.SentAt,
        ["heard_at"] = alert.HeardAt,
        ["expires_at"] = alert.ExpiresAt,
        ["type"] = alert.Type,
        ["status"] = alert.Status,
        ["severity"] = alert.Severity,
        ["headline"] = HeadlineOf(alert),
        ["regions"] = new JsonArray([.. alert.Regions.Select(r => (JsonNode)r.Code)]),
        ["closed_by"] = alert.ClosedBy,
        ["passed_as"] = new JsonArray([.. alert.PassedAs.Select(p => (JsonNode)p)]),
        ["url"] = alert.Url,
    };

    private string StateOf(IncomingAlert alert) => alert.Verdict == IncomingVerdict.Refused ? "refused"
        : alert.ClosedBy is not null ? "closed"
        : alert.Status != nameof(CapStatus.Actual) ? alert.Status.ToLowerInvariant()
        : alert.IsOver ? "over"
        : alert.ExpiresAt <= Now ? "expired"
        : "open";

    private static string HeadlineOf(IncomingAlert alert) =>
        IncomingWords.Of(alert).Headline is { Count: > 0 } headline ? headline.Values.First() : string.Empty;
}
