using System.Text.Json.Nodes;

namespace EnviAgriNet.Demo.Field;

/// <summary>What the cloud says of itself.</summary>
public sealed class CloudStatus(JsonObject answer)
{
    /// <summary>Network time as it is written, or empty before the first reading of a replay.</summary>
    public string NetworkTime => answer["network_time"]?.ToString() ?? string.Empty;

    /// <summary>Distinct readings stored.</summary>
    public long ReadingsStored => Number("readings_stored");

    /// <summary>Alert versions released.</summary>
    public long AlertsReleased => Number("alerts_released");

    /// <summary>Packs received and not committed yet.</summary>
    public long IngestLag => Number("ingest_lag");

    /// <summary>Deliveries that have arrived.</summary>
    public long Delivered => Delivery("delivered");

    /// <summary>Deliveries whose fate is open: queued, or sent and not settled.</summary>
    public long Unsettled => Delivery("queued") + Delivery("sent");

    /// <summary>The answer as it came.</summary>
    public JsonObject Answer => answer;

    /// <summary>How many deliveries have that fate.</summary>
    public long Delivery(string fate) =>
        answer["deliveries"]?[fate]?.GetValue<long>()
        ?? throw new FieldException($"the cloud's status has no deliveries '{fate}'");

    private long Number(string name) =>
        answer[name]?.GetValue<long>() ?? throw new FieldException($"the cloud's status has no '{name}'");
}
