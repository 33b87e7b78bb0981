using EnviAgriNet.Core.Messages;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Registry.Markets;

/// <summary>
/// The tables of published figures: series, and for each of their days every value that was ever learnt with the time when. Nothing is
/// overwritten, so that a forecast of the past can be made again from what was known then.
/// </summary>
internal static class FigureTables
{
    public const string Schema = """
        CREATE TABLE IF NOT EXISTS market_series(
            id INTEGER PRIMARY KEY AUTOINCREMENT, subject TEXT NOT NULL, key TEXT NOT NULL, UNIQUE(subject, key)) STRICT;
        CREATE TABLE IF NOT EXISTS market_value(
            series INTEGER NOT NULL, day INTEGER NOT NULL, known INTEGER NOT NULL, value REAL NOT NULL, import INTEGER NOT NULL,
            PRIMARY KEY(series, day, known)) STRICT, WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS market_import(
            id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, name TEXT NOT NULL, form TEXT NOT NULL, source TEXT NOT NULL,
            hash TEXT NOT NULL) STRICT;
        """;

    /// <summary>Between the parts of a key; no part may hold it.</summary>
    public const char Separator = '|';

    /// <summary>The id of a series, or null.</summary>
    public static long? Find(SqliteConnection connection, string subject, string key) => (long?)connection.One(
        "SELECT id FROM market_series WHERE subject = $subject AND key = $key", ("$subject", subject), ("$key", key));

    /// <summary>The id of a series, which is made when it is new.</summary>
    public static long Ensure(SqliteConnection connection, string subject, string key)
    {
        connection.Run("INSERT OR IGNORE INTO market_series(subject, key) VALUES($subject, $key)", ("$subject", subject), ("$key", key));
        return Find(connection, subject, key)!.Value;
    }

    /// <summary>The series of a subject by key.</summary>
    public static List<(long Id, string Key)> All(SqliteConnection connection, string subject) => connection.List(
        "SELECT id, key FROM market_series WHERE subject = $subject ORDER BY key",
        row => (row.GetInt64(0), row.GetString(1)), ("$subject", subject));

    /// <summary>The values of a series as they were known at the end of a day in Bangkok, or now; ascending.</summary>
    public static List<(DateOnly Day, double Value)> Values(SqliteConnection connection, long series, DateOnly? asKnownOn) => connection.List(
        """
        SELECT day, value FROM market_value AS v WHERE series = $series AND known =
            (SELECT MAX(known) FROM market_value WHERE series = $series AND day = v.day AND known < $before)
        ORDER BY day
        """,
        row => (DateOnly.FromDayNumber(row.GetInt32(0)), row.GetDouble(1)), ("$series", series), ("$before", Before(asKnownOn)));

    /// <summary>Every value that was learnt of a day, oldest first.</summary>
    public static List<(DateTimeOffset KnownAt, double Value)> Versions(SqliteConnection connection, long series, DateOnly day) => connection.List(
        "SELECT known, value FROM market_value WHERE series = $series AND day = $day ORDER BY known",
        row => (DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(0)), row.GetDouble(1)), ("$series", series), ("$day", day.DayNumber));

    /// <summary>What putting a value would do.</summary>
    public static RowFate Fate(SqliteConnection connection, long? series, DateOnly day, double value)
    {
        object? before = series is null ? null : connection.One(
            "SELECT value FROM market_value WHERE series = $series AND day = $day ORDER BY known DESC LIMIT 1",
            ("$series", series), ("$day", day.DayNumber));
        return before is not double known ? RowFate.Added : known.Equals(value) ? RowFate.Unchanged : RowFate.Updated;
    }

    /// <summary>Keeps a value; one that is there already changes nothing, another one becomes the next version.</summary>
    public static RowFate Put(SqliteConnection connection, long series, DateOnly day, double value, long known, long import)
    {
        RowFate fate = Fate(connection, series, day, value);
        if (fate != RowFate.Unchanged)
        {
            connection.Run(
                "INSERT INTO market_value VALUES($series, $day, $known, $value, $import) "
                + "ON CONFLICT(series, day, known) DO UPDATE SET value = excluded.value, import = excluded.import",
                ("$series", series), ("$day", day.DayNumber), ("$known", known), ("$value", value), ("$import", import));
        }

        return fate;
    }

    private static long Before(DateOnly? asKnownOn) => asKnownOn is { } on && on < DateOnly.MaxValue
        ? new DateTimeOffset(on.AddDays(1).ToDateTime(TimeOnly.MinValue), LocalTime.Offset).ToUnixTimeMilliseconds()
        : long.MaxValue;
}
