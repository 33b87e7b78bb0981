using System.Text.Json.Serialization;

namespace EnviAgriNet.Edge.Status;

/// <summary>How the edge is, as <c>GET /v1/status</c> and <c>eag-edge status --json</c> tell it.</summary>
internal sealed record StatusReport
{
    [JsonPropertyName("station")]
    public string Station { get; init; } = string.Empty;

    [JsonPropertyName("outbox")]
    public string Outbox { get; init; } = string.Empty;

    [JsonPropertyName("version")]
    public string Version { get; init; } = string.Empty;

    [JsonPropertyName("link")]
    public string Link { get; init; } = "down";

    [JsonPropertyName("accepted_readings")]
    public long AcceptedReadings { get; init; }

    [JsonPropertyName("accepted_packs")]
    public long AcceptedPacks { get; init; }

    [JsonPropertyName("last_sequence")]
    public long LastSequence { get; init; }

    [JsonPropertyName("receipted_packs")]
    public long ReceiptedPacks { get; init; }

    [JsonPropertyName("rejected_packs")]
    public long RejectedPacks { get; init; }

    [JsonPropertyName("depth")]
    public long Depth { get; init; }

    [JsonPropertyName("readings_waiting")]
    public long ReadingsWaiting { get; init; }

    [JsonPropertyName("bytes")]
    public long Bytes { get; init; }

    [JsonPropertyName("hours_left")]
    public double? HoursLeft { get; init; }

    [JsonPropertyName("hours_waiting")]
    public double HoursWaiting { get; init; }

    [JsonPropertyName("last_receipt_at")]
    public DateTimeOffset? LastReceiptAt { get; init; }

    [JsonPropertyName("dropped_readings")]
    public long DroppedReadings { get; init; }

    [JsonPropertyName("thinned_readings")]
    public long ThinnedReadings { get; init; }

    [JsonPropertyName("lost_readings")]
    public long LostReadings { get; init; }

    [JsonPropertyName("segments_corrupt")]
    public long SegmentsCorrupt { get; init; }

    [JsonPropertyName("salvaged_packs")]
    public long SalvagedPacks { get; init; }

    [JsonPropertyName("events_waiting")]
    public long EventsWaiting { get; init; }

    [JsonPropertyName("config")]
    public long? Config { get; init; }

    [JsonPropertyName("config_refused")]
    public long? ConfigRefused { get; init; }

    [JsonPropertyName("config_faults")]
    public string? ConfigFaults { get; init; }

    [JsonPropertyName("local_alarms")]
    public int LocalAlarms { get; init; }

    [JsonPropertyName("unjudged_readings")]
    public long UnjudgedReadings { get; init; }

    [JsonPropertyName("disk")]
    public string Disk { get; init; } = "ok";

    [JsonPropertyName("clock")]
    public string Clock { get; init; } = "unsynced";

    [JsonPropertyName("series")]
    public IReadOnlyList<SeriesStatus> Series { get; init; } = [];

    [JsonPropertyName("alerts")]
    public IReadOnlyList<AlertStatus> Alerts { get; init; } = [];
}

/// <summary>One alert that stands on the board.</summary>
internal sealed record AlertStatus(
    [property: JsonPropertyName("id")] string Identifier,
    [property: JsonPropertyName("severity")] string Severity,
    [property: JsonPropertyName("text")] IReadOnlyDictionary<string, string> Text,
    [property: JsonPropertyName("shown_at")] DateTimeOffset ShownAt,
    [property: JsonPropertyName("acknowledged_by")] string? AcknowledgedBy,
    [property: JsonPropertyName("acknowledged_at")] DateTimeOffset? AcknowledgedAt)
{
    /// <summary>Whether siren and board took it over; only then is there something to acknowledge.</summary>
    [JsonPropertyName("on_board")]
    public bool IsOnBoard { get; init; } = true;
}

/// <summary>The last value of one series.</summary>
internal sealed record SeriesStatus(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("unit")] string Unit,
    [property: JsonPropertyName("value")] double Value,
    [property: JsonPropertyName("taken_at")] DateTimeOffset TakenAt,
    [property: JsonPropertyName("quality")] int Quality,
    [property: JsonPropertyName("test")] string? Test,
    [property: JsonPropertyName("silent")] bool IsSilent);

/// <summary>The generated contract.</summary>
[JsonSerializable(typeof(StatusReport))]
internal sealed partial class StatusContext : JsonSerializerContext;
