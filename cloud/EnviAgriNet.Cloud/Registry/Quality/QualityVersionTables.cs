using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Registry.Quality;

/// <summary>The table of quality versions in the registry. Rows are added; of an old one only its state and end are ever set.</summary>
internal static class QualityVersionTables
{
    public const string Schema = """
        CREATE TABLE IF NOT EXISTS quality_version(
            number INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, state TEXT NOT NULL, hash TEXT, config TEXT,
            made_at INTEGER NOT NULL, made_by TEXT NOT NULL, reason TEXT NOT NULL, from_ms INTEGER NOT NULL, to_ms INTEGER,
            stations TEXT NOT NULL, series TEXT, flag INTEGER) STRICT;
        CREATE TABLE IF NOT EXISTS quality_edition(one INTEGER PRIMARY KEY CHECK (one = 1), edition INTEGER NOT NULL) STRICT;
        INSERT OR IGNORE INTO quality_edition VALUES (1, 0);
        """;

    private const string Columns =
        "number, kind, state, hash, made_at, made_by, reason, from_ms, to_ms, stations, series, flag";

    public static long Edition(SqliteConnection connection) =>
        connection.One("SELECT edition FROM quality_edition") as long? ?? 0;

    public static List<QualityVersion> All(SqliteConnection connection) =>
        connection.List($"SELECT {Columns} FROM quality_version ORDER BY number", Read);

    public static long Count(SqliteConnection connection) =>
        connection.One("SELECT COUNT(*) FROM quality_version") as long? ?? 0;

    public static string? Config(SqliteConnection connection, long number) =>
        connection.One("SELECT config FROM quality_version WHERE number = $number", ("$number", number)) as string;

    /// <summary>Adds a version, and returns it with the number it got.</summary>
    public static QualityVersion Insert(SqliteConnection connection, QualityVersion version, string? config)
    {
        connection.Run(
            """
            INSERT INTO quality_version(kind, state, hash, config, made_at, made_by, reason, from_ms, to_ms, stations, series, flag)
            VALUES ($kind, $state, $hash, $config, $at, $by, $reason, $from, $to, $stations, $series, $flag)
            """,
            ("$kind", version.Kind.ToString()), ("$state", version.State.ToString()), ("$hash", version.ConfigHash),
            ("$config", config), ("$at", version.MadeAt.ToUnixTimeMilliseconds()), ("$by", version.By),
            ("$reason", version.Reason), ("$from", version.From.ToUnixTimeMilliseconds()),
            ("$to", version.To?.ToUnixTimeMilliseconds()), ("$stations", string.Join(' ', version.Stations)),
            ("$series", version.Series?.Text), ("$flag", version.Flag is { } flag ? (long)flag : null));
        Touch(connection);
        return version with { Number = (long)connection.One("SELECT last_insert_rowid()")! };
    }

    public static void SetState(SqliteConnection connection, long number, QualityVersionState state)
    {
        connection.Run(
            "UPDATE quality_version SET state = $state WHERE number = $number", ("$state", state.ToString()), ("$number", number));
        Touch(connection);
    }

    /// <summary>Ends the version that judged what came so far.</summary>
    public static void Close(SqliteConnection connection, DateTimeOffset at) => connection.Run(
        "UPDATE quality_version SET state = 'Whole', to_ms = max(from_ms, $at) WHERE state = 'Live'",
        ("$at", at.ToUnixTimeMilliseconds()));

    private static void Touch(SqliteConnection connection) => connection.Run("UPDATE quality_edition SET edition = edition + 1");

    private static QualityVersion Read(SqliteDataReader row) => new(
        row.GetInt64(0),
        Enum.Parse<QualityVersionKind>(row.GetString(1)),
        Enum.Parse<QualityVersionState>(row.GetString(2)),
        row.IsDBNull(3) ? null : row.GetString(3),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(4)),
        row.GetString(5),
        row.GetString(6),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(7)),
        row.IsDBNull(8) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(8)),
        [.. row.GetString(9).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(StationId.Parse)],
        row.IsDBNull(10) ? null : SeriesName.Parse(row.GetString(10)),
        row.IsDBNull(11) ? null : (QualityFlag)row.GetInt64(11));
}
