using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Edge.Outbox;

/// <summary>Readings that arrive together and are accepted together.</summary>
/// <param name="HeardAt">When the edge took them over, by its own clock.</param>
/// <param name="Boot">The boot of the source, or empty when it did not say.</param>
/// <param name="SourceOffsetMs">
/// The source's wall clock minus its monotonic clock in milliseconds, or null when its times are not to be touched.
/// </param>
/// <param name="Readings">1 to 1,000 readings, with the times the source gave.</param>
internal sealed record JournalBatch(
    DateTimeOffset HeardAt, string Boot, long? SourceOffsetMs, IReadOnlyList<Reading> Readings);
