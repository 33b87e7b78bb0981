using System.Text.Json;

namespace EnviAgriNet.Cloud.Access.OpenId;

/// <summary>JSON as far as one trusts it: no member twice, for two readers might each take another one.</summary>
internal static class StrictJson
{
    private const int DepthMax = 16;

    /// <summary>How documents are read.</summary>
    public static JsonDocumentOptions Options { get; } = new() { AllowDuplicateProperties = false, MaxDepth = DepthMax };

    /// <summary>A member that is a text, or null.</summary>
    public static string? Text(JsonElement element, string member) =>
        element.TryGetProperty(member, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>A member that is a time in seconds, or null.</summary>
    public static DateTimeOffset? Time(JsonElement element, string member) =>
        element.TryGetProperty(member, out JsonElement value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double seconds)
        && seconds >= 0 && seconds < DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.UnixEpoch.AddSeconds(seconds)
            : null;
}
