using System.Text.Json.Nodes;

namespace EnviAgriNet.Demo.Field;

/// <summary>What became of the packs of one outbox.</summary>
public sealed class LedgerRow(JsonObject answer)
{
    /// <summary>The station.</summary>
    public string Station => answer["station"]?.GetValue<string>() ?? string.Empty;

    /// <summary>Distinct readings stored, late ones included.</summary>
    public long Stored => Number("readings_stored");

    /// <summary>Those of them that were late.</summary>
    public long Late => Number("readings_late");

    /// <summary>Readings of new packs that were stored before.</summary>
    public long Duplicates => Number("readings_duplicate");

    /// <summary>Readings the station declared as dropped or thinned away.</summary>
    public long Dropped => Number("readings_dropped");

    /// <summary>Records refused, by rule.</summary>
    public IReadOnlyDictionary<string, long> RejectedByRule =>
        answer["rejected_by_rule"] is JsonObject rules
            ? rules.ToDictionary(r => r.Key, r => r.Value!.GetValue<long>())
            : new Dictionary<string, long>();

    /// <summary>Records refused.</summary>
    public long Rejected => Number("readings_rejected");

    /// <summary>Packs of which nothing is known.</summary>
    public long PacksMissing => Number("packs_missing");

    /// <summary>Packs refused as a whole.</summary>
    public long PacksRejected => Number("packs_rejected");

    /// <summary>How often a stored pack came again.</summary>
    public long Repeats => Number("repeats");

    /// <summary>The row as it came.</summary>
    public JsonObject Answer => answer;

    private long Number(string name) =>
        answer[name]?.GetValue<long>() ?? throw new FieldException($"the ledger has no '{name}'");
}
