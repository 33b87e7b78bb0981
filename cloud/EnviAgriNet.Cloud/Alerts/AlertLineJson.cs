using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using EnviAgriNet.Cloud.Alerts.Release;

namespace EnviAgriNet.Cloud.Alerts;

/// <summary>The generated contract of what the command prints: snake case as in the other commands, and Thai readable as it is.</summary>
[JsonSerializable(typeof(IReadOnlyList<AlertLine>))]
[JsonSerializable(typeof(IReadOnlyList<HeldLine>))]
[JsonSerializable(typeof(AnswerLine))]
internal sealed partial class AlertLineJson : JsonSerializerContext
{
    /// <summary>The contract as it is printed.</summary>
    public static AlertLineJson Readable { get; } = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    });
}
