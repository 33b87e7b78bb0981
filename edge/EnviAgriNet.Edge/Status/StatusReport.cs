using System.Text.Json.Serialization;
using EnviAgriNet.Core.Readings;

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

    /// <summary>Readings that were dropped, thinned or lost within a day of the last one; 0 when that is longer ago.</summary>
    [JsonPropertyName("lost_lately")]
    public long LostLately { get; init; }

    /// <summary>Packs that the cloud refused within a day of the last one.</summary>
    [JsonPropertyName("rejected_lately")]
    public long RejectedLately { get; init; }

    /// <summary><c>ok</c>, <c>full</c>, or <c>broken</c> when what lies on it cannot be read.</summary>
    [JsonPropertyName("disk")]
    public string Disk { get; init; } = "ok";

    [JsonPropertyName("clock")]
    public string Clock { get; init; } = "unsynced";

    /// <summary>Network time of the report.</summary>
    [JsonPropertyName("at")]
    public DateTimeOffset At { get; init; }

    /// <summary>Whether the cloud has given no sign for so long that the centre warns by itself.</summary>
    [JsonPropertyName("alone")]
    public bool IsAlone { get; init; }

    /// <summary>Days until the station's certificate ends; null without one, or while the clock is not set.</summary>
    [JsonPropertyName("certificate_days")]
    public double? CertificateDays { get; init; }

    /// <summary>Whether what becomes of alerts cannot be kept on the disk.</summary>
    [JsonPropertyName("alerts_unkept")]
    public bool AreAlertsUnkept { get; init; }

    /// <summary>Whether siren and board did not do what they were last told.</summary>
    [JsonPropertyName("siren_deaf")]
    public bool IsSirenDeaf { get; init; }

    [JsonPropertyName("series")]
    public IReadOnlyList<SeriesStatus> Series { get; init; } = [];

    [JsonPropertyName("alerts")]
    public IReadOnlyList<AlertStatus> Alerts { get; init; } = [];

    /// <summary>The warning that was over last, if it was within a day.</summary>
    [JsonPropertyName("ended")]
    public EndedAlert? Ended { get; init; }

    /// <summary>What people are shown: values before a calibration are evidence, not measurements.</summary>
    [JsonIgnore]
    public IEnumerable<SeriesStatus> Shown => Series.Where(series => !SeriesName.Parse(series.Name).IsRaw);
}

/// <summary>One alert that holds.</summary>
internal sealed record AlertStatus(
    [property: JsonPropertyName("id")] string Identifier,
    [property: JsonPropertyName("severity")] string Severity,
    [property: JsonPropertyName("text")] IReadOnlyDictionary<string, string> Text,
    [property: JsonPropertyName("shown_at")] DateTimeOffset ShownAt,
    [property: JsonPropertyName("acknowledged_by")] string? AcknowledgedBy,
    [property: JsonPropertyName("acknowledged_at")] DateTimeOffset? AcknowledgedAt)
{
    /// <summary>Whether it can be acknowledged here; a local alarm that was not handed over yet cannot.</summary>
    [JsonPropertyName("on_board")]
    public bool IsOnBoard { get; init; } = true;

    /// <summary>Whether it says that the danger is over: nothing to acknowledge, and nothing to fear.</summary>
    [JsonPropertyName("all_clear")]
    public bool IsAllClear { get; init; }

    /// <summary>What to do, by language; empty when nothing is said of it.</summary>
    [JsonPropertyName("instruction")]
    public IReadOnlyDictionary<string, string> Instruction { get; init; } = new Dictionary<string, string>();

    /// <summary>When it holds no more; null when it does not say.</summary>
    [JsonPropertyName("expires_at")]
    public DateTimeOffset? ExpiresAt { get; init; }
}

/// <summary>One warning that is over.</summary>
internal sealed record EndedAlert(
    [property: JsonPropertyName("id")] string Identifier,
    [property: JsonPropertyName("text")] IReadOnlyDictionary<string, string> Text,
    [property: JsonPropertyName("ended_at")] DateTimeOffset EndedAt,
    [property: JsonPropertyName("how")] EndedHow How,
    [property: JsonPropertyName("why")] IReadOnlyDictionary<string, string> Why);

/// <summary>What ended a warning.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EndedHow>))]
internal enum EndedHow
{
    /// <summary>Its time was up.</summary>
    [JsonStringEnumMemberName("expired")]
    Expired,

    /// <summary>It was taken back.</summary>
    [JsonStringEnumMemberName("cancelled")]
    Cancelled,

    /// <summary>The danger is over.</summary>
    [JsonStringEnumMemberName("all-clear")]
    AllClear,

    /// <summary>The centre's own rule warns no more.</summary>
    [JsonStringEnumMemberName("local-rule")]
    LocalRule,
}

/// <summary>The last value of one series.</summary>
internal sealed record SeriesStatus(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("unit")] string Unit,
    [property: JsonPropertyName("value")] double Value,
    [property: JsonPropertyName("taken_at")] DateTimeOffset TakenAt,
    [property: JsonPropertyName("quality")] int Quality,
    [property: JsonPropertyName("test")] string? Test,
    [property: JsonPropertyName("silent")] bool IsSilent)
{
    /// <summary>Seconds since it was measured.</summary>
    [JsonPropertyName("age_seconds")]
    public double AgeSeconds { get; init; }

    /// <summary>Whether a test found something wrong with it.</summary>
    [JsonIgnore]
    public bool IsDoubtful => Quality >= (int)QualityFlag.Suspect;
}

/// <summary>The generated contract.</summary>
[JsonSerializable(typeof(StatusReport))]
internal sealed partial class StatusContext : JsonSerializerContext;
