using System.Globalization;
using System.Text.Json;

namespace EnviAgriNet.Cloud.Channels.Sms;

/// <summary>Finds a value in JSON by a path as <c>messages.0.id</c>. Pure.</summary>
internal static class FieldPath
{
    /// <summary>The text or number there; null when there is nothing of the kind.</summary>
    public static string? Find(JsonElement root, string path)
    {
        JsonElement at = root;
        foreach (string step in path.Split('.'))
        {
            if (at.ValueKind == JsonValueKind.Object && at.TryGetProperty(step, out JsonElement inner))
            {
                at = inner;
            }
            else if (at.ValueKind == JsonValueKind.Array
                && int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out int index)
                && index < at.GetArrayLength())
            {
                at = at[index];
            }
            else
            {
                return null;
            }
        }

        return at.ValueKind switch
        {
            JsonValueKind.String => at.GetString(),
            JsonValueKind.Number => at.GetRawText(),
            _ => null,
        };
    }

    /// <summary>The same in a text that may be no JSON at all.</summary>
    public static string? Find(string json, string path)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return Find(document.RootElement, path);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
