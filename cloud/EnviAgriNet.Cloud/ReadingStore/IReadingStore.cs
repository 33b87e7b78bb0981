using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Cloud.ReadingStore;

/// <summary>
/// Keeps readings, their hourly and daily roll-ups and the ledger. One writer at a time; readers may run beside it and see
/// whole commits only.
/// </summary>
internal interface IReadingStore : IReadings, IDisposable
{
    /// <summary>
    /// Stores packs in one durable transaction: readings keyed by (series, time), the roll-ups they touch, and the ledger. When it
    /// returns, all of it is on disk; when it throws a <see cref="StoreException"/>, nothing of it is.
    /// </summary>
    CommitOutcome Commit(IReadOnlyList<PackToStore> packs);

    /// <summary>Enters into the ledger what a station said of packs that will never come.</summary>
    void RecordDropped(StationId station, string outbox, long first, long last, long readings, string reason);

    /// <summary>Enters the highest sequence number a station said it has given out.</summary>
    void RecordAnnounced(StationId station, string outbox, long last);

    /// <summary>The ledger: a line per station and outbox.</summary>
    IReadOnlyList<LedgerLine> Ledger(StationId? station);
}
