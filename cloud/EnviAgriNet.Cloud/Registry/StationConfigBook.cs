using System.Text;
using EnviAgriNet.Cloud.Registry.Audit;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Protocol.Configs;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Registry;

/// <summary>
/// Every version of every station's config, with who set it. Versions of a station only ever grow, so that no centre takes an old one
/// for a new one. Works beside a running cloud, which sends the newest within seconds. Safe for several threads and processes.
/// </summary>
internal sealed class StationConfigBook
{
    private const string Tables = """
        CREATE TABLE IF NOT EXISTS station_config(
            station TEXT NOT NULL, version INTEGER NOT NULL, json TEXT NOT NULL, by TEXT NOT NULL, at INTEGER NOT NULL,
            PRIMARY KEY(station, version)) STRICT, WITHOUT ROWID;
        """;

    private readonly RegistryDatabase _database;
    private readonly AuditBook _audit;
    private readonly TimeProvider _time;

    public StationConfigBook(RegistryDatabase database, AuditBook audit, TimeProvider time)
    {
        _database = database;
        _audit = audit;
        _time = time;
        database.EnsureTables(Tables);
    }

    /// <summary>Sets the rules of a station as its next version, which is answered. The same rules again change nothing and answer the version they have.</summary>
    /// <param name="station">The station.</param>
    /// <param name="rules">The rules, which keep to <see cref="StationConfigRules"/>.</param>
    /// <param name="floor">A version that the station is known to have; the next one is above it.</param>
    /// <param name="by">Who sets them.</param>
    public long Set(StationId station, IReadOnlyList<LocalRule> rules, long floor, string by) => _database.Write(connection =>
    {
        SetConfig? before = Read(connection, station).FirstOrDefault();
        if (before is not null && before.Version >= floor && Text(new StationConfig { Version = before.Version, Rules = rules }) == before.Json)
        {
            return before.Version;
        }

        long version = Math.Max(before?.Version ?? 0, floor) + 1;
        connection.Run(
            "INSERT INTO station_config VALUES($station, $version, $json, $by, $at)",
            ("$station", station.Value),
            ("$version", version),
            ("$json", Text(new StationConfig { Version = version, Rules = rules })),
            ("$by", by),
            ("$at", _time.GetUtcNow().ToUnixTimeMilliseconds()));
        _audit.Append(connection, new AuditEntry(by, "station.configure", station.Value, $"version {version}, {rules.Count} local rules"));
        return version;
    });

    /// <summary>All versions of a station's config, the newest first.</summary>
    public IReadOnlyList<SetConfig> Of(StationId station) => _database.Read(connection => Read(connection, station));

    /// <summary>The newest config of each station that has one.</summary>
    public IReadOnlyList<SetConfig> Newest() => _database.Read(connection => connection.List(
        "SELECT station, MAX(version), json, by, at FROM station_config GROUP BY station ORDER BY station", Row));

    private static List<SetConfig> Read(SqliteConnection connection, StationId station) => connection.List(
        "SELECT station, version, json, by, at FROM station_config WHERE station = $station ORDER BY version DESC",
        Row,
        ("$station", station.Value));

    private static SetConfig Row(SqliteDataReader row) => new(
        StationId.Parse(row.GetString(0)), row.GetInt64(1), row.GetString(2), row.GetString(3),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(4)));

    private static string Text(StationConfig config) => Encoding.UTF8.GetString(StationConfigJson.Encode(config));
}

/// <summary>A version of a station's config.</summary>
/// <param name="Station">Whose it is.</param>
/// <param name="Version">Its version.</param>
/// <param name="Json">Its bytes as they go down.</param>
/// <param name="By">Who set it.</param>
/// <param name="At">When.</param>
internal sealed record SetConfig(StationId Station, long Version, string Json, string By, DateTimeOffset At);
