using System.Collections.Frozen;
using EnviAgriNet.Cloud.Registry.Enrolment;
using EnviAgriNet.Core.Geography;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Registry;

/// <summary>
/// The stations in the registry. Reads come from memory and never wait for the disk; <see cref="Refresh"/> takes over what another
/// process imported. Safe for use by several threads.
/// </summary>
internal sealed class StationBook : IStationBook
{
    /// <summary>The columns of an import; <see cref="ZoneColumn"/> may be added.</summary>
    public static readonly IReadOnlyList<string> Columns =
        ["id", "region", "name_th", "name_en", "latitude", "longitude", "bank_m", "ground_m"];

    /// <summary>The column for the zone; a file without it leaves zones as they are.</summary>
    public const string ZoneColumn = "zone";

    private const double LevelAbsMax = 10_000;

    private const string Tables = """
        CREATE TABLE IF NOT EXISTS station(
            id TEXT PRIMARY KEY, region TEXT NOT NULL, name_th TEXT NOT NULL, name_en TEXT NOT NULL,
            latitude REAL, longitude REAL, bank_m REAL, ground_m REAL, zone TEXT) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS station_edition(one INTEGER PRIMARY KEY CHECK (one = 1), edition INTEGER NOT NULL);
        INSERT OR IGNORE INTO station_edition VALUES (1, 0);
        """;

    private readonly RegistryDatabase _database;
    private volatile Edition _edition = new(-1, [], FrozenDictionary<StationId, Station>.Empty);

    public StationBook(RegistryDatabase database)
    {
        _database = database;
        database.EnsureTables(Tables);
        EnsureZone(database);
        Refresh();
    }

    /// <inheritdoc/>
    public IReadOnlyList<Station> All => _edition.All;

    /// <inheritdoc/>
    public Station? Find(StationId id) => _edition.ById.GetValueOrDefault(id);

    /// <summary>Takes over what changed on disk; true when something did.</summary>
    public bool Refresh()
    {
        Edition before = _edition;
        Edition? now = _database.Read(connection => ReadNumber(connection) is { } number && number != before.Number
            ? ReadAll(connection, number)
            : null);
        if (now is null)
        {
            return false;
        }

        _edition = now;
        return true;
    }

    /// <summary>Imports stations from CSV; a station that is there is updated.</summary>
    public ImportReport Import(TextReader csv) => CsvImport.Run(csv, Columns, ReadRow, Store);

    /// <summary>Adds or updates stations in one transaction.</summary>
    public IReadOnlyList<RowFate> Store(IReadOnlyList<Station> stations)
    {
        List<RowFate> fates = _database.Write(connection =>
        {
            List<RowFate> done = [.. stations.Select(station => Upsert(connection, station))];
            if (done.Exists(fate => fate != RowFate.Unchanged))
            {
                using SqliteCommand command = connection.CreateCommand();
                command.CommandText = "UPDATE station_edition SET edition = edition + 1";
                command.ExecuteNonQuery();
            }

            return done;
        });
        Refresh();
        return fates;
    }

    // Registries of before there were zones.
    private static void EnsureZone(RegistryDatabase database) => database.Write(connection =>
        connection.One("SELECT COUNT(*) FROM pragma_table_info('station') WHERE name = 'zone'") is 0L
            ? connection.Run("ALTER TABLE station ADD COLUMN zone TEXT")
            : 0);

    private static Station ReadRow(CsvRow row)
    {
        string id = row.Required("id");
        if (!StationId.TryParse(id, out StationId station))
        {
            throw new RowException("id", $"is not {StationId.LengthMin} to {StationId.LengthMax} characters of a-z, 0-9 and '-'");
        }

        if (id == StationAuthority.CloudName)
        {
            throw new RowException("id", "is the cloud's own name at the broker");
        }

        Station read = new(
            station,
            row.Region("region"),
            row.Name("name_th"),
            row.Name("name_en"),
            row.Number("latitude", -90, 90),
            row.Number("longitude", -180, 180),
            row.Number("bank_m", -LevelAbsMax, LevelAbsMax),
            row.Number("ground_m", -LevelAbsMax, LevelAbsMax),
            row.OptionalWord(ZoneColumn));
        if (read.Latitude.HasValue != read.Longitude.HasValue)
        {
            throw new RowException(read.Latitude.HasValue ? "longitude" : "latitude", "is empty while the other one is given");
        }

        return read.BankLevel <= read.GroundLevel
            ? throw new RowException("bank_m", $"{read.BankLevel} is not above ground_m {read.GroundLevel}")
            : read;
    }

    private static RowFate Upsert(SqliteConnection connection, Station station)
    {
        Station? before = ReadOne(connection, station.Id);
        station = station with { Zone = station.Zone is null ? before?.Zone : station.Zone.Length == 0 ? null : station.Zone };
        if (before == station)
        {
            return RowFate.Unchanged;
        }

        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = """
            INSERT INTO station VALUES ($id, $region, $th, $en, $lat, $lon, $bank, $ground, $zone)
            ON CONFLICT(id) DO UPDATE SET region = excluded.region, name_th = excluded.name_th, name_en = excluded.name_en,
                latitude = excluded.latitude, longitude = excluded.longitude, bank_m = excluded.bank_m, ground_m = excluded.ground_m,
                zone = excluded.zone
            """;
        command.Parameters.AddWithValue("$id", station.Id.Value);
        command.Parameters.AddWithValue("$region", station.Region.Code);
        command.Parameters.AddWithValue("$th", station.NameTh);
        command.Parameters.AddWithValue("$en", station.NameEn);
        command.Parameters.AddWithValue("$lat", OrNull(station.Latitude));
        command.Parameters.AddWithValue("$lon", OrNull(station.Longitude));
        command.Parameters.AddWithValue("$bank", OrNull(station.BankLevel));
        command.Parameters.AddWithValue("$ground", OrNull(station.GroundLevel));
        command.Parameters.AddWithValue("$zone", station.Zone ?? (object)DBNull.Value);
        command.ExecuteNonQuery();
        return before is null ? RowFate.Added : RowFate.Updated;
    }

    private static object OrNull(double? number) => number is { } value ? value : DBNull.Value;

    private static Station? ReadOne(SqliteConnection connection, StationId id)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT * FROM station WHERE id = $id";
        command.Parameters.AddWithValue("$id", id.Value);
        using SqliteDataReader reader = command.ExecuteReader();
        return reader.Read() ? Read(reader) : null;
    }

    private static long? ReadNumber(SqliteConnection connection)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT edition FROM station_edition";
        return (long?)command.ExecuteScalar();
    }

    private static Edition ReadAll(SqliteConnection connection, long number)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT * FROM station ORDER BY id";
        using SqliteDataReader reader = command.ExecuteReader();
        List<Station> all = [];
        while (reader.Read())
        {
            all.Add(Read(reader));
        }

        return new Edition(number, all, all.ToFrozenDictionary(station => station.Id));
    }

    private static Station Read(SqliteDataReader reader) => new(
        StationId.Parse(reader.GetString(0)),
        RegionId.Parse(reader.GetString(1)),
        reader.GetString(2),
        reader.GetString(3),
        Number(reader, 4),
        Number(reader, 5),
        Number(reader, 6),
        Number(reader, 7),
        reader.IsDBNull(8) ? null : reader.GetString(8));

    private static double? Number(SqliteDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetDouble(column);

    private sealed record Edition(long Number, IReadOnlyList<Station> All, FrozenDictionary<StationId, Station> ById);
}
