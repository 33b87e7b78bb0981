using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.ReadingStore;

/// <summary>
/// Keeps readings, their hourly and daily roll-ups and the ledger. One writer at a time; readers may run beside it and see
/// whole commits only.
/// </summary>
internal interface IReadingStore : IDisposable
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

    /// <summary>Stored readings of a series from (included) to (excluded), ascending by time.</summary>
    IReadOnlyList<Reading> Read(SeriesId series, DateTimeOffset from, DateTimeOffset to);

    /// <summary>Hourly roll-ups of a series whose hour begins in [from, to), ascending.</summary>
    IReadOnlyList<RollUp> ReadHourly(SeriesId series, DateTimeOffset from, DateTimeOffset to);

    /// <summary>Daily roll-ups (days of Bangkok time) of a series whose day begins in [from, to), ascending.</summary>
    IReadOnlyList<RollUp> ReadDaily(SeriesId series, DateTimeOffset from, DateTimeOffset to);

    /// <summary>All series that have a reading, of one station or of all.</summary>
    IReadOnlyList<SeriesId> Series(StationId? station);

    /// <summary>The newest reading of each series of a station.</summary>
    IReadOnlyList<Reading> Latest(StationId station);

    /// <summary>The ledger: a line per station and outbox.</summary>
    IReadOnlyList<LedgerLine> Ledger(StationId? station);
}
