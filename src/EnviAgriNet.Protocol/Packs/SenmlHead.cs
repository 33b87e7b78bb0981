namespace EnviAgriNet.Protocol.Packs;

/// <summary>What the first record says about all of them.</summary>
/// <param name="Sequence">The sequence number, or null when absent.</param>
/// <param name="Outbox">The outbox id, or empty.</param>
/// <param name="Boot">The boot id, or empty.</param>
/// <param name="HeardAt">When the edge took the readings over, or null when absent.</param>
/// <param name="TimeUncertainty">How far the times may be off.</param>
/// <param name="BaseTime">The base time of the first record, or null when absent.</param>
/// <param name="Monotonic">Time since boot that belongs to the base time, or null when absent.</param>
public sealed record SenmlHead(
    long? Sequence,
    string Outbox,
    string Boot,
    DateTimeOffset? HeardAt,
    TimeSpan TimeUncertainty,
    DateTimeOffset? BaseTime,
    TimeSpan? Monotonic)
{
    internal static readonly SenmlHead Unread = new(null, string.Empty, string.Empty, null, TimeSpan.Zero, null, null);
}
