using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.Tests.Regions;

/// <summary>A reading store in memory, as far as the regions use it.</summary>
internal sealed class MemoryReadings : IReadingStore
{
    private readonly Dictionary<SeriesId, SortedDictionary<DateTimeOffset, Reading>> _series = [];

    /// <summary>How many readings were read; a rebuild must not read all of history.</summary>
    public long ReadCount { get; private set; }

    /// <summary>Stores readings; returns those that are new.</summary>
    public IReadOnlyList<Reading> Add(StationId station, IEnumerable<Reading> readings)
    {
        List<Reading> fresh = [];
        foreach (Reading reading in readings)
        {
            SeriesId id = new(station, reading.Series);
            if (!_series.TryGetValue(id, out SortedDictionary<DateTimeOffset, Reading>? stored))
            {
                _series[id] = stored = [];
            }

            if (stored.TryAdd(reading.TakenAt, reading))
            {
                fresh.Add(reading);
            }
        }

        return fresh;
    }

    public IReadOnlyList<Reading> Read(SeriesId series, DateTimeOffset from, DateTimeOffset to)
    {
        List<Reading> found = _series[series].Values.Where(r => r.TakenAt >= from && r.TakenAt < to).ToList();
        ReadCount += found.Count;
        return found;
    }

    public IReadOnlyList<RollUp> ReadDaily(SeriesId series, DateTimeOffset from, DateTimeOffset to) =>
        _series[series].Keys.Where(t => t >= from && t < to).Take(1).Select(t => new RollUp(t, 1, 1, 0, 0, 0)).ToList();

    public IReadOnlyList<SeriesId> Series(StationId? station) =>
        _series.Keys.Where(s => station is null || s.Station == station).OrderBy(s => s.Name.Text).ToList();

    public IReadOnlyList<Reading> Latest(StationId station) =>
        _series.Where(s => s.Key.Station == station).Select(s => s.Value.Values.Last()).ToList();

    public CommitOutcome Commit(IReadOnlyList<PackToStore> packs) => throw new NotSupportedException();

    public void RecordDropped(StationId station, string outbox, long first, long last, long readings, string reason) =>
        throw new NotSupportedException();

    public void RecordAnnounced(StationId station, string outbox, long last) => throw new NotSupportedException();

    public IReadOnlyList<RollUp> ReadHourly(SeriesId series, DateTimeOffset from, DateTimeOffset to) =>
        throw new NotSupportedException();

    public IReadOnlyList<LedgerLine> Ledger(StationId? station) => throw new NotSupportedException();

    public void Dispose()
    {
    }
}
