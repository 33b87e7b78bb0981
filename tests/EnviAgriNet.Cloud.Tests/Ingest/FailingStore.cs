using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.Tests.Ingest;

/// <summary>A store whose disk is full when a test says so.</summary>
internal sealed class FailingStore : IReadingStore
{
    private int _attempts;

    public SqliteReadingStore? Inner { get; set; }

    public bool IsFull { get; set; }

    public int Attempts => Volatile.Read(ref _attempts);

    public CommitOutcome Commit(IReadOnlyList<PackToStore> packs)
    {
        Interlocked.Increment(ref _attempts);
        return IsFull ? throw new StoreException("full", true, new IOException("the disk is full")) : Inner!.Commit(packs);
    }

    public void RecordDropped(StationId station, string outbox, long first, long last, long readings, string reason) =>
        Inner!.RecordDropped(station, outbox, first, last, readings, reason);

    public void RecordAnnounced(StationId station, string outbox, long last) => Inner!.RecordAnnounced(station, outbox, last);

    public IReadOnlyList<Reading> Read(SeriesId series, DateTimeOffset from, DateTimeOffset to) => Inner!.Read(series, from, to);

    public IReadOnlyList<RollUp> ReadHourly(SeriesId series, DateTimeOffset from, DateTimeOffset to) =>
        Inner!.ReadHourly(series, from, to);

    public IReadOnlyList<RollUp> ReadDaily(SeriesId series, DateTimeOffset from, DateTimeOffset to) =>
        Inner!.ReadDaily(series, from, to);

    public IReadOnlyList<SeriesId> Series(StationId? station) => Inner!.Series(station);

    public IReadOnlyList<Reading> Latest(StationId station) => Inner!.Latest(station);

    public IReadOnlyList<LedgerLine> Ledger(StationId? station) => Inner!.Ledger(station);

    public void Dispose()
    {
    }
}
