using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.ReadingStore;

/// <summary>Reads stored readings from the file beside a running cloud. One thread at a time.</summary>
internal sealed class ReadingsReader : IDisposable
{
    private readonly StoreReader _reader;
    private readonly List<StoredSeries> _series = [];

    /// <summary>Opens a file. Throws <see cref="StoreException"/> for one that cannot be read.</summary>
    /// <param name="file">The store's file.</param>
    /// <param name="onDamagedRow">Told of rows that cannot be read: table and key. They are left out.</param>
    public ReadingsReader(string file, Action<string, long> onDamagedRow)
    {
        try
        {
            SqliteConnection connection = StoreFile.OpenReader(file);
            _reader = new StoreReader(connection, onDamagedRow);
            LoadSeries(connection);
        }
        catch (SqliteException e)
        {
            _reader?.Dispose();
            throw new StoreException(e.Message, isTransient: false, e);
        }
    }

    /// <summary>All series that were there when the file was opened.</summary>
    public IReadOnlyList<StoredSeries> Series => _series;

    /// <summary>
    /// Readings of a series from (included) to (excluded), ascending by time. Throws <see cref="StoreException"/> when the file
    /// cannot be read any further.
    /// </summary>
    public IReadOnlyList<Reading> Read(StoredSeries series, DateTimeOffset from, DateTimeOffset to)
    {
        try
        {
            return _reader.Snapshot(r => r.Read(series.StationNumber, series.Number, series.Name, from, to));
        }
        catch (SqliteException e)
        {
            throw new StoreException(e.Message, isTransient: false, e);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _reader.Dispose();

    private void LoadSeries(SqliteConnection connection)
    {
        using Statement rows = new(
            connection,
            "SELECT station.id, station.number, series.number, series.name FROM series "
            + "JOIN station ON station.number = series.station ORDER BY station.id, series.name");
        while (rows.Next())
        {
            if (StationId.TryParse(rows.Text(0), out StationId station) && SeriesName.TryParse(rows.Text(3), out SeriesName? name, out _))
            {
                _series.Add(new StoredSeries(station, name, (int)rows.Integer(1), (int)rows.Integer(2)));
            }
        }
    }
}

/// <summary>A series as the file numbers it.</summary>
/// <param name="Station">Its station.</param>
/// <param name="Name">Its name.</param>
/// <param name="StationNumber">The station's number.</param>
/// <param name="Number">The number of the series at the station.</param>
internal readonly record struct StoredSeries(StationId Station, SeriesName Name, int StationNumber, int Number);
