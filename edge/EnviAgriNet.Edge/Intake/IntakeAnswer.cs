using System.Text.Json.Serialization;
using EnviAgriNet.Protocol;
using EnviAgriNet.Protocol.Packs;

namespace EnviAgriNet.Edge.Intake;

/// <summary>What a source is told when not all was taken.</summary>
/// <param name="Accepted">Readings that are on disk.</param>
/// <param name="Refused">What was refused, and why.</param>
internal sealed record IntakeAnswer(
    [property: JsonPropertyName("accepted")] int Accepted,
    [property: JsonPropertyName("refused")] IReadOnlyList<RefusedRecord> Refused)
{
    /// <summary>The answer for refusals.</summary>
    public static IntakeAnswer Of(int accepted, IReadOnlyList<Refusal> refusals) => new(
        accepted, [.. refusals.Select(r => new RefusedRecord(r.Record, RuleNames.Of(r.Rule), r.Detail))]);
}

/// <summary>One refused record; -1 is the whole.</summary>
internal sealed record RefusedRecord(
    [property: JsonPropertyName("record")] int Record,
    [property: JsonPropertyName("rule")] string Rule,
    [property: JsonPropertyName("detail")] string Detail);

/// <summary>What a source tells of itself.</summary>
internal sealed record SourceEvent(
    [property: JsonPropertyName("kind")] string Kind, [property: JsonPropertyName("readings")] long Readings,
    [property: JsonPropertyName("sensor")] string? Sensor, [property: JsonPropertyName("reason")] string? Reason);

/// <summary>The generated contracts.</summary>
[JsonSerializable(typeof(IntakeAnswer))]
[JsonSerializable(typeof(SourceEvent))]
internal sealed partial class IntakeContext : JsonSerializerContext;
