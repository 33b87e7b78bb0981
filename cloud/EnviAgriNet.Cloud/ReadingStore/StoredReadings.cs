using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.ReadingStore;

/// <summary>
/// The readings of a store beside the process that writes it, as commands see them. Stations and series are those known when it was
/// opened. One thread at a time.
/// </summary>
internal sealed class StoredReadings : IReadings, IReadingCounts, IDisposable
{
    private readonly string _file;
    private readonly StoreReader _reader;
    private readonly Dictionary<StationId, StoredStation> _stations = [];

    /// <summary>Opens the file of a reading store. Throws <see cref="StoreException"/> when it is not there or cannot be read.</summary>
    public StoredReadings(string file)
    {
        _file = file;
        try
        {
            SqliteConnection connection = StoreFile.OpenReader(file);
            _reader = new StoreReader(connection, OnDamagedRow);
            Load(connection);
        }
        catch (SqliteException e)
        {
            throw Fault(e);
        }
    }

    /// <summary>Damaged rows that were left out.</summary>
    public long Damages { get; private set; }

    /// <inheritdoc/>
    public IReadOnlyList<Reading> Read(SeriesId series, DateTimeOffset from, DateTimeOffset to) =>
        OfSeries(series, (station, number) => _reader.Read(station, number, series.Name, from, to));

    /// <inheritdoc/>
    public IReadOnlyList<RollUp> ReadHourly(SeriesId series, DateTimeOffset from, DateTimeOffset to) =>
        OfSeries(series, (station, number) => _reader.ReadHourly(station, number, from, to));

    /// <inheritdoc/>
    public IReadOnlyList<RollUp> ReadDaily(SeriesId series, DateTimeOffset from, DateTimeOffset to) =>
        OfSeries(series, (station, number) => _reader.ReadDaily(station, number, from, to));

    /// <inheritdoc/>
    public IReadOnlyList<HourCount> ReadCounts(StationId station, DateTimeOffset from, DateTimeOffset to) =>
        _stations.TryGetValue(station, out StoredStation? found)
            ? Try(() => _reader.Snapshot(r => r.ReadCounts(found.Number, from, to)))
            : [];

    /// <inheritdoc/>
    public IReadOnlyList<SeriesId> Series(StationId? station) =>
    [
        .. _stations.Where(s => station is null || s.Key == station)
            .SelectMany(s => s.Value.Numbers.Keys.Select(name => new SeriesId(s.Key, name))),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<Reading> Latest(StationId station)
    {
        if (!_stations.TryGetValue(station, out StoredStation? found))
        {
            return [];
        }

        List<Reading> latest = [];
        foreach ((SeriesName name, int number) in found.Numbers.Where(n => n.Value <= found.Newest.Count))
        {
            DateTimeOffset from = new Slot(found.Number, found.Newest[number - 1]).From;
            if (Read(new SeriesId(station, name), from, from.AddHours(1)) is [.., Reading newest])
            {
                latest.Add(newest);
            }
        }

        return latest;
    }

    /// <inheritdoc/>
    public void Dispose() => _reader.Dispose();

    private void Load(SqliteConnection connection)
    {
        Dictionary<int, StoredStation> byNumber = [];
        using Statement stations = new(connection, "SELECT number, id, newest FROM station ORDER BY id");
        while (stations.Next())
        {
            int number = (int)stations.Integer(0);
            LatestLoader.TryDecode(number, stations.Bytes(2), out List<long> newest);
            if (StationId.TryParse(stations.Text(1), out StationId id))
            {
                byNumber.Add(number, _stations[id] = new StoredStation(number, newest));
            }
        }

        using Statement series = new(connection, "SELECT station, number, name FROM series ORDER BY name");
        while (series.Next())
        {
            if (byNumber.TryGetValue((int)series.Integer(0), out StoredStation? station)
                && SeriesName.TryParse(series.Text(2), out SeriesName? name, out _))
            {
                station.Numbers.TryAdd(name, (int)series.Integer(1));
            }
        }
    }

    private List<T> OfSeries<T>(SeriesId series, Func<int, int, List<T>> read) =>
        _stations.TryGetValue(series.Station, out StoredStation? station)
        && station.Numbers.TryGetValue(series.Name, out int number)
            ? Try(() => _reader.Snapshot(_ => read(station.Number, number)))
            : [];

    private List<T> Try<T>(Func<List<T>> read)
    {
        try
        {
            return read();
        }
        catch (SqliteException e)
        {
            throw Fault(e);
        }
    }

    private void OnDamagedRow(string table, long key) => Damages++;

    private StoreException Fault(SqliteException e) =>
        new($"the reading store '{_file}' cannot be read: {e.Message}", StoreFile.IsTransient(e), e);

    private sealed record StoredStation(int Number, List<long> Newest)
    {
        public Dictionary<SeriesName, int> Numbers { get; } = [];
    }
}
