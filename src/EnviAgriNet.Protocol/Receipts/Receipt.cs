using System.Text.Json.Serialization;

namespace EnviAgriNet.Protocol.Receipts;

/// <summary>The cloud's proof, sent after its own commit, of what became of packs and events of one station.</summary>
public sealed record Receipt
{
    /// <summary>The outbox whose sequence numbers are meant; empty for a source without one.</summary>
    [JsonPropertyName("box")]
    public string Outbox { get; set; } = string.Empty;

    /// <summary>Seconds since 1970 by the cloud's wall clock when the receipt was made; a station without a clock may set its own by it.</summary>
    [JsonPropertyName("at")]
    public double At { get; set; }

    /// <summary>Ranges <c>[first, last]</c> of sequence numbers that are stored; repeats of stored packs are receipted again.</summary>
    [JsonPropertyName("stored")]
    public IReadOnlyList<long[]> Stored { get; set; } = [];

    /// <summary>Packs that will never be stored, with the reason; the edge sets them aside and does not send them again.</summary>
    [JsonPropertyName("rejected")]
    public IReadOnlyList<Rejection> Rejected { get; set; } = [];

    /// <summary>Ids of events that were taken over.</summary>
    [JsonPropertyName("events")]
    public IReadOnlyList<long> Events { get; set; } = [];
}
