using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Cloud.ReadingStore;

/// <summary>What became of the packs of one outbox of one station (promise P4).</summary>
/// <param name="Station">The station.</param>
/// <param name="Outbox">The outbox; empty for a source without one.</param>
/// <param name="LastSequence">The highest sequence number heard of, stored or announced.</param>
/// <param name="PacksStored">Packs whose readings all came in time.</param>
/// <param name="PacksLate">Packs with at least one late reading.</param>
/// <param name="PacksRejected">Packs refused as a whole.</param>
/// <param name="PacksDropped">Packs the station said it dropped.</param>
/// <param name="PacksMissing">Sequence numbers up to the last of which nothing is known.</param>
/// <param name="Repeats">How often a pack came again after it was stored.</param>
/// <param name="ReadingsStored">Distinct readings stored, late ones included.</param>
/// <param name="ReadingsLate">Those of them that were late.</param>
/// <param name="ReadingsDuplicate">Readings of new packs whose (series, time) was stored already.</param>
/// <param name="ReadingsDropped">Readings the station said it dropped or thinned away.</param>
/// <param name="ReadingsRejected">Records refused, by rule in kebab case.</param>
internal sealed record LedgerLine(
    StationId Station,
    string Outbox,
    long LastSequence,
    long PacksStored,
    long PacksLate,
    long PacksRejected,
    long PacksDropped,
    long PacksMissing,
    long Repeats,
    long ReadingsStored,
    long ReadingsLate,
    long ReadingsDuplicate,
    long ReadingsDropped,
    IReadOnlyDictionary<string, long> ReadingsRejected);
