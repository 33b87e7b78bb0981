using System.Text.Json.Serialization;

namespace EnviAgriNet.FirmwareHost.Link;

/// <summary>What the edge said to a batch.</summary>
/// <param name="Fate">What became of it.</param>
/// <param name="Refused">The records that were refused for good; empty when it named none.</param>
/// <param name="RetryAfter">How long the edge asks to wait; null when it does not say.</param>
/// <param name="Detail">One sentence for the log.</param>
internal sealed record EdgeAnswer(
    BatchFate Fate, IReadOnlyList<RefusedRecord> Refused, TimeSpan? RetryAfter, string Detail);

/// <summary>What became of a batch.</summary>
internal enum BatchFate
{
    /// <summary>It is on disk but for the refused records.</summary>
    Taken,

    /// <summary>Nothing of it is on disk, and sent again as it is it will be refused again.</summary>
    Refused,

    /// <summary>The edge asks to hold and repeat.</summary>
    Held,

    /// <summary>The edge failed over it, and may do so for ever.</summary>
    ServerFault,

    /// <summary>No answer; it may be on disk or not, so it is repeated.</summary>
    Unanswered,
}

/// <summary>
/// One record that was refused. Setters, not init: generated contracts would put null and 0 in place of the defaults here.
/// </summary>
internal sealed record RefusedRecord
{
    /// <summary>Its place in the batch from 0; negative when the whole is meant.</summary>
    [JsonPropertyName("record")]
    public int Record { get; set; } = -1;

    /// <summary>The rule it broke.</summary>
    [JsonPropertyName("rule")]
    public string Rule { get; set; } = string.Empty;

    /// <summary>One sentence for people.</summary>
    [JsonPropertyName("detail")]
    public string Detail { get; set; } = string.Empty;
}

/// <summary>The body of an answer that refuses.</summary>
internal sealed record AnswerBody
{
    /// <summary>How many records are on disk.</summary>
    [JsonPropertyName("accepted")]
    public long Accepted { get; set; }

    /// <summary>Those that are not.</summary>
    [JsonPropertyName("refused")]
    public IReadOnlyList<RefusedRecord> Refused { get; set; } = [];
}

/// <summary>An event the firmware tells the edge.</summary>
internal sealed record SourceEvent
{
    /// <summary>What happened.</summary>
    [JsonPropertyName("kind")]
    public string Kind { get; set; } = string.Empty;

    /// <summary>How many readings are concerned.</summary>
    [JsonPropertyName("readings")]
    public long Readings { get; set; }

    /// <summary>The sensor concerned, or empty.</summary>
    [JsonPropertyName("sensor")]
    public string Sensor { get; set; } = string.Empty;

    /// <summary>One sentence for people, or empty.</summary>
    [JsonPropertyName("reason")]
    public string Reason { get; set; } = string.Empty;
}

/// <summary>The generated contracts.</summary>
[JsonSerializable(typeof(AnswerBody))]
[JsonSerializable(typeof(SourceEvent))]
internal sealed partial class LinkContext : JsonSerializerContext;
