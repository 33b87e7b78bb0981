using System.Text.Json;
using System.Text.Json.Serialization;

namespace EnviAgriNet.Demo.Field;

/// <summary>The account of a run: what the edges took, and what became of it (promise P4).</summary>
public sealed record Totals
{
    /// <summary>Readings the edges accepted.</summary>
    [JsonPropertyName("accepted")]
    public long Accepted { get; init; }

    /// <summary>Distinct readings in the store, late ones included.</summary>
    [JsonPropertyName("stored")]
    public long Stored { get; init; }

    /// <summary>Readings whose (series, time) was stored before.</summary>
    [JsonPropertyName("duplicates")]
    public long Duplicates { get; init; }

    /// <summary>Those stored that were late.</summary>
    [JsonPropertyName("late")]
    public long Late { get; init; }

    /// <summary>Readings refused, with a rule each.</summary>
    [JsonPropertyName("rejected")]
    public long Rejected { get; init; }

    /// <summary>Packs of which nothing is known.</summary>
    [JsonPropertyName("missing")]
    public long Missing { get; init; }

    /// <summary>Accepted and neither stored, nor a duplicate, nor rejected, nor declared as dropped.</summary>
    [JsonPropertyName("lost")]
    public long Lost { get; init; }

    /// <summary>Alert versions released.</summary>
    [JsonPropertyName("alerts")]
    public long Alerts { get; init; }

    /// <summary>Messages delivered.</summary>
    [JsonPropertyName("messages")]
    public long Messages { get; init; }

    /// <summary>How long it took, from the first process on, to a tenth of a second.</summary>
    [JsonPropertyName("seconds")]
    public double Seconds { get; init; }

    /// <summary>Whether the run shows what it should: nothing lost, alerts raised, messages delivered.</summary>
    [JsonIgnore]
    public bool IsGood => Lost == 0 && Alerts > 0 && Messages > 0;

    /// <summary>One line of JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, TotalsContext.Default.Totals);
}

/// <summary>The generated contract.</summary>
[JsonSerializable(typeof(Totals))]
internal sealed partial class TotalsContext : JsonSerializerContext;
