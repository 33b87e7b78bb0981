using System.Text.Json.Serialization;

namespace EnviAgriNet.Protocol.Receipts;

/// <summary>A pack the cloud refused as a whole.</summary>
public sealed record Rejection
{
    /// <summary>The sequence number of the pack.</summary>
    [JsonPropertyName("seq")]
    public long Sequence { get; set; }

    /// <summary>The rule it broke, in kebab case.</summary>
    [JsonPropertyName("rule")]
    public string Rule { get; set; } = string.Empty;

    /// <summary>One sentence for people.</summary>
    [JsonPropertyName("detail")]
    public string Detail { get; set; } = string.Empty;
}
