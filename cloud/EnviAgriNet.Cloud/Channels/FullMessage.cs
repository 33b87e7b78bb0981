using System.Text.Json;
using System.Text.Json.Serialization;
using EnviAgriNet.Cloud.Alerts;
using EnviAgriNet.Core.Alerts;

namespace EnviAgriNet.Cloud.Channels;

/// <summary>An alert version in one language, as channels with room get it; stored as JSON in snake case.</summary>
/// <param name="Identifier">CAP identifier of the version.</param>
/// <param name="Event">The event; the same in all its versions.</param>
/// <param name="Type">CAP message type.</param>
/// <param name="Hazard">Code of the hazard.</param>
/// <param name="Severity">CAP severity.</param>
/// <param name="IsAllClear">Whether it ends the event.</param>
/// <param name="Language">The language of the texts.</param>
/// <param name="EventName">What happens, in a few words.</param>
/// <param name="Headline">One line.</param>
/// <param name="Description">What is happening and what it does to people.</param>
/// <param name="Instruction">What to do.</param>
/// <param name="Area">The place.</param>
/// <param name="SenderName">Who says so.</param>
/// <param name="Expires">Until when, network time.</param>
internal sealed record FullMessage(
    string Identifier,
    string Event,
    string Type,
    string Hazard,
    string Severity,
    bool IsAllClear,
    string Language,
    string EventName,
    string Headline,
    string Description,
    string Instruction,
    string Area,
    string SenderName,
    DateTimeOffset Expires)
{
    /// <summary>The message of a version in a language.</summary>
    public static FullMessage Of(AlertVersion alert, string language, AlertText text) => new(
        alert.Identifier, alert.EventId, alert.Type, alert.Hazard, alert.Severity, alert.IsAllClear, language, text.EventName,
        text.Headline, text.Description, text.Instruction, text.Area, text.SenderName, alert.ExpiresAt);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    public static FullMessage Parse(string json) =>
        JsonSerializer.Deserialize(json, FullMessageJson.Default.FullMessage) ?? throw new JsonException("a full message is null");

    /// <summary>The message as JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, FullMessageJson.Default.FullMessage);
}

/// <summary>The generated contract of <see cref="FullMessage"/>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(FullMessage))]
internal sealed partial class FullMessageJson : JsonSerializerContext;
