using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Registry.Quality;

/// <summary>The tables of quality versions in the registry. Rows are added; of an old one only its end is ever set, once.</summary>
internal static class QualityVersionTables
{
    public const string Schema = """
        CREATE TABLE IF NOT EXISTS quality_version(
            number INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, is_live INTEGER NOT NULL, draft INTEGER, hash TEXT,
            config TEXT, made_at INTEGER NOT NULL, made_by TEXT NOT NULL, reason TEXT NOT NULL, from_ms INTEGER NOT NULL,
            to_ms INTEGER, stations TEXT NOT NULL, series TEXT, flag INTEGER) STRICT;
        CREATE TABLE IF NOT EXISTS quality_draft(
            number INTEGER PRIMARY KEY AUTOINCREMENT, hash TEXT NOT NULL, config TEXT NOT NULL, begun_at INTEGER NOT NULL,
            made_by TEXT NOT NULL, reason TEXT NOT NULL, from_ms INTEGER NOT NULL, to_ms INTEGER NOT NULL,
            stations TEXT NOT NULL) STRICT;
        CREATE TABLE IF NOT EXISTS quality_edition(one INTEGER PRIMARY KEY CHECK (one = 1), edition INTEGER NOT NULL) STRICT;
        INSERT OR IGNORE INTO quality_edition VALUES (1, 0);
        """;

    private const string Columns =
        "number, kind, is_live, draft, hash, made_at, made_by, reason, from_ms, to_ms, stations, series, flag";

    public static long Edition(SqliteConnection connection) =>
        connection.One("SELECT edition FROM quality_edition") as long? ?? 0;

    public static List<QualityVersion> All(SqliteConnection connection) =>
        connection.List($"SELECT {Columns} FROM quality_version ORDER BY number", ReadVersion);

    public static long Count(SqliteConnection connection) =>
        connection.One("SELECT COUNT(*) FROM quality_version") as long? ?? 0;

    public static string? Config(SqliteConnection connection, long number) =>
        connection.One("SELECT config FROM quality_version WHERE number = $number", ("$number", number)) as string;

    /// <summary>Adds a version that was not a draft, and returns it with the number it got.</summary>
    public static QualityVersion Insert(SqliteConnection connection, QualityVersion version, string? config)
    {
        connection.Run(
            """
            INSERT INTO quality_version(
                kind, is_live, hash, config, made_at, made_by, reason, from_ms, to_ms, stations, series, flag)
            VALUES ($kind, $live, $hash, $config, $at, $by, $reason, $from, $to, $stations, $series, $flag)
            """,
            ("$kind", version.Kind.ToString()), ("$live", version.IsLive ? 1 : 0), ("$hash", version.ConfigHash),
            ("$config", config), ("$at", Ms(version.MadeAt)), ("$by", version.By), ("$reason", version.Reason),
            ("$from", Ms(version.From)), ("$to", version.To is { } to ? Ms(to) : null),
            ("$stations", string.Join(' ', version.Stations)), ("$series", version.Series?.Text),
            ("$flag", version.Flag is { } flag ? (long)flag : null));
        Touch(connection);
        long number = LastNumber(connection);
        return version with { Number = number, Key = number };
    }

    /// <summary>Ends the version that judged what came so far.</summary>
    public static void Close(SqliteConnection connection, DateTimeOffset at) => connection.Run(
        "UPDATE quality_version SET is_live = 0, to_ms = max(from_ms, $at) WHERE is_live = 1", ("$at", Ms(at)));

    public static List<QualityDraft> Drafts(SqliteConnection connection) => connection.List(
        "SELECT number, hash, begun_at, made_by, reason, from_ms, to_ms, stations FROM quality_draft ORDER BY number",
        row => new QualityDraft(
            row.GetInt64(0), row.GetString(1), Time(row.GetInt64(2)), row.GetString(3), row.GetString(4),
            Time(row.GetInt64(5)), Time(row.GetInt64(6)), Stations(row.GetString(7))));

    public static QualityDraft Insert(SqliteConnection connection, QualityDraft draft, string config)
    {
        connection.Run(
            """
            INSERT INTO quality_draft(hash, config, begun_at, made_by, reason, from_ms, to_ms, stations)
            VALUES ($hash, $config, $at, $by, $reason, $from, $to, $stations)
            """,
            ("$hash", draft.ConfigHash), ("$config", config), ("$at", Ms(draft.BegunAt)), ("$by", draft.By),
            ("$reason", draft.Reason), ("$from", Ms(draft.From)), ("$to", Ms(draft.To)),
            ("$stations", string.Join(' ', draft.Stations)));
        return draft with { Number = LastNumber(connection) };
    }

    /// <summary>Makes a draft a version; returns its number, or null when there is no such draft.</summary>
    public static long? Complete(SqliteConnection connection, long draft, DateTimeOffset at)
    {
        int made = connection.Run(
            """
            INSERT INTO quality_version(kind, is_live, draft, hash, config, made_at, made_by, reason, from_ms, to_ms, stations)
            SELECT 'Config', 0, number, hash, config, $at, made_by, reason, from_ms, to_ms, stations
            FROM quality_draft WHERE number = $draft
            """,
            ("$draft", draft), ("$at", Ms(at)));
        if (made == 0)
        {
            return null;
        }

        long number = LastNumber(connection);
        DeleteDraft(connection, draft);
        Touch(connection);
        return number;
    }

    public static void DeleteDraft(SqliteConnection connection, long draft) =>
        connection.Run("DELETE FROM quality_draft WHERE number = $draft", ("$draft", draft));

    private static void Touch(SqliteConnection connection) => connection.Run("UPDATE quality_edition SET edition = edition + 1");

    private static long LastNumber(SqliteConnection connection) => (long)connection.One("SELECT last_insert_rowid()")!;

    private static QualityVersion ReadVersion(SqliteDataReader row) => new(
        row.GetInt64(0),
        Enum.Parse<QualityVersionKind>(row.GetString(1)),
        row.GetInt64(2) != 0,
        row.IsDBNull(3) ? row.GetInt64(0) : -row.GetInt64(3),
        row.IsDBNull(4) ? null : row.GetString(4),
        Time(row.GetInt64(5)),
        row.GetString(6),
        row.GetString(7),
        Time(row.GetInt64(8)),
        row.IsDBNull(9) ? null : Time(row.GetInt64(9)),
        Stations(row.GetString(10)),
        row.IsDBNull(11) ? null : SeriesName.Parse(row.GetString(11)),
        row.IsDBNull(12) ? null : (QualityFlag)row.GetInt64(12));

    private static StationId[] Stations(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(StationId.Parse)];

    private static long Ms(DateTimeOffset time) => time.ToUnixTimeMilliseconds();

    private static DateTimeOffset Time(long ms) => DateTimeOffset.FromUnixTimeMilliseconds(ms);
}
