using System.Text.Json.Nodes;
using EnviAgriNet.Core.Alerts;
using EnviAgriNet.Core.Hazards;
using EnviAgriNet.Core.Messages;

namespace EnviAgriNet.Cloud.Alerts;

/// <summary>A preview as JSON, for the command and the page.</summary>
internal static class AlertPreviewJson
{
    /// <summary>All of it.</summary>
    public static JsonObject Of(AlertPreview preview) => new()
    {
        ["hazard"] = preview.Hazard.Code(),
        ["level"] = preview.Level,
        ["languages"] = new JsonArray([.. preview.Languages.Select(Of)]),
    };

    /// <summary>A text as SMS.</summary>
    public static JsonObject Of(SmsParts parts) => new()
    {
        ["text"] = string.Concat(parts.Texts),
        ["encoding"] = parts.Encoding.Name(),
        ["units"] = parts.Units,
        ["parts"] = parts.Count,
        ["splits"] = new JsonArray([.. parts.Texts.Select(t => (JsonNode)t)]),
    };

    private static JsonNode Of(LanguagePreview language) => new JsonObject
    {
        ["language"] = language.Language,
        ["name"] = language.Name,
        ["told_in"] = language.ToldIn,
        ["event_name"] = language.Text.EventName,
        ["headline"] = language.Text.Headline,
        ["description"] = language.Text.Description,
        ["instruction"] = language.Text.Instruction,
        ["area"] = language.Text.Area,
        ["sender_name"] = language.Text.SenderName,
        ["contact"] = language.Text.Contact,
        ["sms"] = Of(language.Sms),
        ["detail"] = Of(language.Detail),
    };
}
