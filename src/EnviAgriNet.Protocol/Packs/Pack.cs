using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Protocol.Packs;

/// <summary>Readings of one station that travel and are acknowledged together.</summary>
/// <param name="Station">Who measured.</param>
/// <param name="Outbox">
/// The id of the outbox that numbers the packs, 1 to 40 characters of a-z and 0-9, or empty for a source that has only one for ever.
/// A station whose storage was replaced begins a new outbox at sequence 1, and nothing is taken for a repeat.
/// </param>
/// <param name="Sequence">1 and above, without gaps within an outbox. <c>(station, outbox, sequence)</c> names a pack for ever.</param>
/// <param name="Boot">The id of the boot during which the pack was formed, at most 40 characters; empty when unknown.</param>
/// <param name="HeardAt">When the edge took the pack over, by the edge's clock.</param>
/// <param name="TimeUncertainty">How far the times may be off; zero when the clock was synchronised.</param>
/// <param name="Readings">1 to 1,000 readings.</param>
public sealed record Pack(
    StationId Station,
    string Outbox,
    long Sequence,
    string Boot,
    DateTimeOffset HeardAt,
    TimeSpan TimeUncertainty,
    IReadOnlyList<Reading> Readings);
