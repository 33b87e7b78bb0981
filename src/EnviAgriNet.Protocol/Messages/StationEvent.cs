using System.Text.Json.Serialization;

namespace EnviAgriNet.Protocol.Messages;

/// <summary>Something that happened at a station and must be known in the cloud; repeated until a receipt names its id.</summary>
public sealed record StationEvent
{
    /// <summary>The outbox in which the id counts.</summary>
    [JsonPropertyName("box")]
    public string Outbox { get; set; } = string.Empty;

    /// <summary>1 and above within the outbox; an event that is repeated keeps its id.</summary>
    [JsonPropertyName("id")]
    public long Id { get; set; }

    /// <summary>What happened.</summary>
    [JsonPropertyName("kind")]
    public StationEventKind Kind { get; set; }

    /// <summary>Seconds since 1970 when it happened, by the edge's clock.</summary>
    [JsonPropertyName("at")]
    public double At { get; set; }

    /// <summary>The first pack concerned, or 0.</summary>
    [JsonPropertyName("first")]
    public long First { get; set; }

    /// <summary>The last pack concerned, or 0.</summary>
    [JsonPropertyName("last")]
    public long Last { get; set; }

    /// <summary>How many readings are concerned.</summary>
    [JsonPropertyName("readings")]
    public long Readings { get; set; }

    /// <summary>The alert concerned, or empty.</summary>
    [JsonPropertyName("alert")]
    public string Alert { get; set; } = string.Empty;

    /// <summary>One sentence for people.</summary>
    [JsonPropertyName("reason")]
    public string Reason { get; set; } = string.Empty;
}
