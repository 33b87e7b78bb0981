using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Protocol.Packs;

/// <summary>The records of one SenML payload, resolved: those taken, those refused, and what the first one says of all.</summary>
/// <param name="Head">The first record's own fields; as far as they were read when the payload was refused.</param>
/// <param name="Readings">The readings that were taken, in the order of the payload.</param>
/// <param name="Refusals">The records that were refused.</param>
/// <param name="Whole">Why the whole payload was refused, or null.</param>
public sealed record SenmlBatch(
    SenmlHead Head, IReadOnlyList<Reading> Readings, IReadOnlyList<Refusal> Refusals, Refusal? Whole);
