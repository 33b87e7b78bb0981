using System.Text.Json.Serialization;

namespace EnviAgriNet.Protocol.Messages;

/// <summary>How a station is; retained, and as last will with nothing but <c>offline</c>.</summary>
public sealed record StationHealth
{
    /// <summary><c>online</c> or <c>offline</c>.</summary>
    [JsonPropertyName("state")]
    public string State { get; set; } = "offline";

    /// <summary>Seconds since 1970 by the edge's clock; 0 in the last will.</summary>
    [JsonPropertyName("at")]
    public double At { get; set; }

    /// <summary>The outbox in use.</summary>
    [JsonPropertyName("box")]
    public string Outbox { get; set; } = string.Empty;

    /// <summary>The highest sequence number given out: what is missing up to here is on its way or lost.</summary>
    [JsonPropertyName("last")]
    public long LastSequence { get; set; }

    /// <summary>Packs without a receipt.</summary>
    [JsonPropertyName("depth")]
    public long Depth { get; set; }

    /// <summary>Bytes of the outbox on disk.</summary>
    [JsonPropertyName("bytes")]
    public long Bytes { get; set; }

    /// <summary>How many hours of outage the outbox can still hold at the present rate; absent while the rate is unknown.</summary>
    [JsonPropertyName("hours_left")]
    public double? HoursLeft { get; set; }

    /// <summary><c>synced</c>, <c>unsynced</c> or <c>estimated</c>.</summary>
    [JsonPropertyName("clock")]
    public string Clock { get; set; } = "unsynced";

    /// <summary>The version of the edge.</summary>
    [JsonPropertyName("version")]
    public string Version { get; set; } = string.Empty;

    /// <summary>The version of the config in force; 0 when there is none, absent from an edge that knows no configs.</summary>
    [JsonPropertyName("config")]
    public long? Config { get; set; }

    /// <summary>The version of the config that was refused last, while none was taken since; absent when there is none.</summary>
    [JsonPropertyName("config_refused")]
    public long? ConfigRefused { get; set; }

    /// <summary>Why it was refused, every fault with its key; absent when none was.</summary>
    [JsonPropertyName("config_faults")]
    public string? ConfigFaults { get; set; }
}
