using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using EnviAgriNet.Protocol.Cap;

namespace EnviAgriNet.Cloud.Channels.CellBroadcast;

/// <summary>The sheet that stands beside the CAP file: what a broadcast centre needs, worked out. Pure.</summary>
internal static class BroadcastSheet
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The sheet as JSON, or null when the alert has no text that can be broadcast.</summary>
    public static string? Write(CapAlert alert, SerialNumber serial, CellBroadcastOptions options)
    {
        bool isTest = alert.Status != CapStatus.Actual;
        BroadcastText[] texts = [.. alert.Infos.Select(info => BroadcastText.Of(info, options, isTest)).OfType<BroadcastText>()];
        if (texts.Length == 0)
        {
            return null;
        }

        return new JsonObject
        {
            ["identifier"] = alert.Identifier,
            ["cap"] = $"{BroadcastFiles.NameOf(alert.Identifier)}.cap.xml",
            ["status"] = alert.Status.ToString(),
            ["action"] = alert.MessageType switch { CapMessageType.Cancel => "cancel", CapMessageType.Update => "replace", _ => "new" },
            ["references"] = alert.References,
            ["sent"] = CapTime.Format(alert.Sent),
            ["expires"] = alert.Infos.Max(info => info.Expires) is { } expires ? CapTime.Format(expires) : null,
            ["severity"] = alert.Infos[0].Severity.ToString(),
            ["serial_number"] = new JsonObject
            {
                ["value"] = serial.ToString(),
                ["geographical_scope"] = (int)serial.Scope,
                ["message_code"] = serial.MessageCode,
                ["update_number"] = serial.UpdateNumber,
            },
            ["message_identifiers_confirmed"] = false,
            ["area"] = AreaOf(alert),
            ["messages"] = new JsonArray([.. texts.Select(MessageOf)]),
        }.ToJsonString(Readable);
    }

    private static JsonNode MessageOf(BroadcastText text) => new JsonObject
    {
        ["language"] = text.Language,
        ["message_identifier"] = text.MessageIdentifier,
        ["data_coding_scheme"] = text.Pages.CodingScheme.ToString("X2"),
        ["encoding"] = text.Pages.Encoding,
        ["text"] = text.Pages.Text,
        ["left_out"] = new JsonArray([.. text.LeftOut.Select(name => (JsonNode)name)]),
        ["pages"] = new JsonArray([.. text.Pages.Pages.Select(page => (JsonNode)Convert.ToHexString(page))]),
    };

    // Every language tells the same area, so the first one stands for all.
    private static JsonObject AreaOf(CapAlert alert)
    {
        IReadOnlyList<CapArea> areas = alert.Infos[0].Areas;
        return new JsonObject
        {
            ["geocodes"] = new JsonArray([.. areas.SelectMany(area => area.Geocodes).Distinct()
                .Select(code => (JsonNode)new JsonObject { ["name"] = code.Name, ["value"] = code.Value })]),
            ["polygons"] = new JsonArray([.. areas.SelectMany(area => area.Polygons).Distinct().Select(polygon => (JsonNode)polygon)]),
            ["circles"] = new JsonArray([.. areas.SelectMany(area => area.Circles).Distinct().Select(circle => (JsonNode)circle)]),
        };
    }
}
