namespace EnviAgriNet.Protocol.Cap.Feeds;

/// <summary>An index of CAP messages as it was read.</summary>
/// <param name="Entries">What it points to, in its order.</param>
/// <param name="Skipped">Why entries were left out, one text each.</param>
/// <param name="Fault">Why nothing could be read at all; null when it could.</param>
public sealed record CapFeed(IReadOnlyList<CapFeedEntry> Entries, IReadOnlyList<string> Skipped, CapFault? Fault);

/// <summary>One entry of an index.</summary>
/// <param name="Id">Its id or guid; empty when it has none.</param>
/// <param name="Address">Where the message is.</param>
/// <param name="Embedded">The message itself when the entry carries it; null when it must be fetched.</param>
public sealed record CapFeedEntry(string Id, Uri Address, ReadOnlyMemory<byte>? Embedded);

/// <summary>How a source publishes its messages.</summary>
public enum CapFeedFormat
{
    /// <summary>RSS 2.0; items link to the messages.</summary>
    Rss,

    /// <summary>Atom; entries link to the messages or carry them.</summary>
    Atom,

    /// <summary>One CAP message at a fixed address.</summary>
    Cap,
}
