using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.Tests.Channels;

/// <summary>A store with a few newest readings and nothing else.</summary>
internal sealed class FakeStore : IReadingStore
{
    public Dictionary<StationId, IReadOnlyList<Reading>> Newest { get; } = [];

    public CommitOutcome Commit(IReadOnlyList<PackToStore> packs) => throw new NotSupportedException();

    public void RecordDropped(StationId station, string outbox, long first, long last, long readings, string reason) =>
        throw new NotSupportedException();

    public void RecordAnnounced(StationId station, string outbox, long last) => throw new NotSupportedException();

    public IReadOnlyList<Reading> Read(SeriesId series, DateTimeOffset from, DateTimeOffset to) => [];

    public IReadOnlyList<RollUp> ReadHourly(SeriesId series, DateTimeOffset from, DateTimeOffset to) => [];

    public IReadOnlyList<RollUp> ReadDaily(SeriesId series, DateTimeOffset from, DateTimeOffset to) => [];

    public IReadOnlyList<SeriesId> Series(StationId? station) =>
        [.. Newest.SelectMany(entry => entry.Value.Select(reading => new SeriesId(entry.Key, reading.Series)))];

    public IReadOnlyList<Reading> Latest(StationId station) => Newest.GetValueOrDefault(station) ?? [];

    public IReadOnlyList<LedgerLine> Ledger(StationId? station) => [];

    public void Dispose()
    {
    }
}
