using System.Text.Json.Nodes;

namespace EnviAgriNet.Demo.Field;

/// <summary>What an edge says of itself; the numbers of the contract, and the whole answer for messages.</summary>
public sealed class EdgeStatus(JsonObject answer)
{
    /// <summary>Readings ever committed by this outbox.</summary>
    public long AcceptedReadings => Number("accepted_readings");

    /// <summary>Packs without a receipt.</summary>
    public long Depth => Number("depth");

    /// <summary>Readings on disk that are in no pack yet.</summary>
    public long ReadingsWaiting => Number("readings_waiting");

    /// <summary>Readings dropped at the end of the buffer.</summary>
    public long DroppedReadings => Number("dropped_readings");

    /// <summary>Readings thinned away at the end of the buffer.</summary>
    public long ThinnedReadings => Number("thinned_readings");

    /// <summary>Segment files that were set aside as damaged.</summary>
    public long SegmentsCorrupt => Number("segments_corrupt");

    /// <summary>The state of the link: <c>up</c>, <c>connecting</c> or <c>down</c>.</summary>
    public string Link => answer["link"]?.GetValue<string>() ?? string.Empty;

    /// <summary>The state of the clock.</summary>
    public string Clock => answer["clock"]?.GetValue<string>() ?? string.Empty;

    /// <summary>The highest sequence number given out.</summary>
    public long LastSequence => Number("last_sequence");

    /// <summary>The answer as it came.</summary>
    public JsonObject Answer => answer;

    private long Number(string name) =>
        answer[name]?.GetValue<long>() ?? throw new FieldException($"the edge's status has no '{name}'");
}
