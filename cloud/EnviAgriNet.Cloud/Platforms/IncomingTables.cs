using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Core.Geography;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Platforms;

/// <summary>The tables of foreign alerts in the registry. Times are milliseconds.</summary>
internal static class IncomingTables
{
    public const string Schema = """
        CREATE TABLE IF NOT EXISTS incoming_alert(
            number INTEGER PRIMARY KEY AUTOINCREMENT, source TEXT NOT NULL, url TEXT NOT NULL, heard_at INTEGER NOT NULL,
            verdict TEXT NOT NULL, reason TEXT NOT NULL, sender TEXT NOT NULL, identifier TEXT NOT NULL, sent_at INTEGER NOT NULL,
            type TEXT NOT NULL, status TEXT NOT NULL, severity TEXT NOT NULL, expires_at INTEGER NOT NULL, is_over INTEGER NOT NULL,
            regions TEXT NOT NULL, closed_by INTEGER, root INTEGER NOT NULL, passed_as TEXT NOT NULL, xml BLOB NOT NULL) STRICT;
        CREATE UNIQUE INDEX IF NOT EXISTS incoming_alert_once ON incoming_alert(sender, identifier, sent_at) WHERE verdict = 'Accepted';
        CREATE INDEX IF NOT EXISTS incoming_alert_url ON incoming_alert(source, url);
        CREATE INDEX IF NOT EXISTS incoming_alert_open ON incoming_alert(expires_at) WHERE verdict = 'Accepted' AND closed_by IS NULL;
        CREATE TABLE IF NOT EXISTS incoming_source(
            name TEXT PRIMARY KEY, looked_at INTEGER NOT NULL, answered_at INTEGER, fault TEXT) STRICT;
        """;

    private const string Columns =
        "number, source, url, heard_at, verdict, reason, sender, identifier, sent_at, type, status, severity, expires_at, is_over, "
        + "regions, closed_by, root, passed_as, xml";

    public static List<IncomingAlert> Select(
        SqliteConnection connection, string where, params ReadOnlySpan<(string Name, object? Value)> values) => connection.List(
        $"SELECT {Columns} FROM incoming_alert {where}",
        row => new IncomingAlert(
            row.GetInt64(0), row.GetString(1), row.GetString(2), Time(row.GetInt64(3)),
            Enum.Parse<IncomingVerdict>(row.GetString(4)), row.GetString(5), row.GetString(6), row.GetString(7), Time(row.GetInt64(8)),
            row.GetString(9), row.GetString(10), row.GetString(11), Time(row.GetInt64(12)), row.GetBoolean(13),
            [.. Words(row.GetString(14)).Select(RegionId.Parse)], row.IsDBNull(15) ? null : row.GetInt64(15), row.GetInt64(16),
            Words(row.GetString(17)), (byte[])row.GetValue(18)),
        values);

    /// <summary>Stores a document; returns its number, which is its root when it has none.</summary>
    public static long Insert(SqliteConnection connection, IncomingAlert alert)
    {
        connection.Run(
            "INSERT INTO incoming_alert(source, url, heard_at, verdict, reason, sender, identifier, sent_at, type, status, severity, "
            + "expires_at, is_over, regions, root, passed_as, xml) VALUES($source, $url, $heard, $verdict, $reason, $sender, "
            + "$identifier, $sent, $type, $status, $severity, $expires, $over, $regions, $root, '', $xml)",
            ("$source", alert.Source), ("$url", alert.Url), ("$heard", Ms(alert.HeardAt)), ("$verdict", alert.Verdict.ToString()),
            ("$reason", alert.Reason), ("$sender", alert.Sender), ("$identifier", alert.Identifier), ("$sent", Ms(alert.SentAt)),
            ("$type", alert.Type), ("$status", alert.Status), ("$severity", alert.Severity), ("$expires", Ms(alert.ExpiresAt)),
            ("$over", alert.IsOver), ("$regions", string.Join(' ', alert.Regions)), ("$root", alert.Root), ("$xml", alert.Xml));
        long number = (long)connection.One("SELECT last_insert_rowid()")!;
        connection.Run("UPDATE incoming_alert SET root = $number WHERE number = $number AND root = 0", ("$number", number));
        return number;
    }

    public static void Close(SqliteConnection connection, long number, long by) => connection.Run(
        "UPDATE incoming_alert SET closed_by = $by WHERE number = $number AND closed_by IS NULL", ("$by", by), ("$number", number));

    public static void AddPassed(SqliteConnection connection, long number, string identifier) => connection.Run(
        "UPDATE incoming_alert SET passed_as = TRIM(passed_as || ' ' || $identifier) WHERE number = $number",
        ("$identifier", identifier), ("$number", number));

    public static void DeleteRefused(SqliteConnection connection, string source, string url) => connection.Run(
        "DELETE FROM incoming_alert WHERE source = $source AND url = $url AND verdict = 'Refused'", ("$source", source), ("$url", url));

    /// <summary>Lets the oldest go of what is beyond the limits; what stands or was passed on stays.</summary>
    public static void Prune(SqliteConnection connection, string source, DateTimeOffset now)
    {
        connection.Run(
            "DELETE FROM incoming_alert WHERE source = $source AND verdict = 'Refused' AND number <= (SELECT number FROM incoming_alert "
            + "WHERE source = $source AND verdict = 'Refused' ORDER BY number DESC LIMIT 1 OFFSET $kept)",
            ("$source", source), ("$kept", Limits.RefusedKeptMax));
        connection.Run(
            "DELETE FROM incoming_alert WHERE source = $source AND verdict = 'Accepted' AND expires_at < $now AND passed_as = '' "
            + "AND number <= (SELECT number FROM incoming_alert WHERE source = $source AND verdict = 'Accepted' "
            + "ORDER BY number DESC LIMIT 1 OFFSET $kept)",
            ("$source", source), ("$now", Ms(now)), ("$kept", Limits.AcceptedKeptMax));
    }

    public static void SaveLook(SqliteConnection connection, string source, DateTimeOffset at, string? fault) => connection.Run(
        "INSERT INTO incoming_source(name, looked_at, answered_at, fault) VALUES($name, $at, $answered, $fault) ON CONFLICT(name) DO UPDATE "
        + "SET looked_at = $at, answered_at = COALESCE($answered, answered_at), fault = $fault",
        ("$name", source), ("$at", Ms(at)), ("$answered", fault is null ? Ms(at) : null), ("$fault", fault));

    public static List<SourceLook> Looks(SqliteConnection connection) => connection.List(
        "SELECT name, looked_at, answered_at, fault FROM incoming_source ORDER BY name",
        row => new SourceLook(
            row.GetString(0), Time(row.GetInt64(1)), row.IsDBNull(2) ? null : Time(row.GetInt64(2)), row.IsDBNull(3) ? null : row.GetString(3)));

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static long Ms(DateTimeOffset time) => time.ToUnixTimeMilliseconds();

    private static DateTimeOffset Time(long ms) => DateTimeOffset.FromUnixTimeMilliseconds(ms);
}

/// <summary>How the last look at a source went.</summary>
/// <param name="Name">The source.</param>
/// <param name="LookedAt">When we last looked.</param>
/// <param name="AnsweredAt">When it last answered well; null when never.</param>
/// <param name="Fault">What went wrong at the last look; null when nothing.</param>
internal sealed record SourceLook(string Name, DateTimeOffset LookedAt, DateTimeOffset? AnsweredAt, string? Fault);
