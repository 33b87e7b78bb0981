using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Registry.Audit;

/// <summary>The table of the audit log. Times are milliseconds.</summary>
internal static class AuditTables
{
    /// <summary>
    /// The triggers keep honest programs from slips: nothing is changed, taken out or put in between. Who takes the triggers away is
    /// found by the chain.
    /// </summary>
    public const string Schema = """
        CREATE TABLE IF NOT EXISTS audit(
            number INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL,
            subject TEXT NOT NULL, detail TEXT NOT NULL, previous BLOB NOT NULL, hash BLOB NOT NULL) STRICT;
        CREATE INDEX IF NOT EXISTS audit_subject ON audit(subject);
        CREATE TRIGGER IF NOT EXISTS audit_no_update BEFORE UPDATE ON audit
            BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;
        CREATE TRIGGER IF NOT EXISTS audit_no_delete BEFORE DELETE ON audit
            BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;
        CREATE TRIGGER IF NOT EXISTS audit_at_the_end BEFORE INSERT ON audit
            WHEN NEW.number IS NOT (SELECT COALESCE(MAX(number), 0) + 1 FROM audit)
            BEGIN SELECT RAISE(ABORT, 'the audit log is only added to at its end'); END;
        """;

    private const string Columns = "number, at, actor, action, subject, detail, previous, hash";

    /// <summary>The last entry's number and hash; null without entries.</summary>
    public static (long Number, byte[] Hash)? Last(SqliteConnection connection)
    {
        List<(long, byte[])> last = connection.List(
            "SELECT number, hash FROM audit ORDER BY number DESC LIMIT 1", row => (row.GetInt64(0), (byte[])row.GetValue(1)));
        return last.Count == 0 ? null : last[0];
    }

    public static void Insert(SqliteConnection connection, AuditLine line) => connection.Run(
        $"INSERT INTO audit({Columns}) VALUES($number, $at, $actor, $action, $subject, $detail, $previous, $hash)",
        ("$number", line.Number), ("$at", line.At.ToUnixTimeMilliseconds()), ("$actor", line.Entry.Actor),
        ("$action", line.Entry.Action), ("$subject", line.Entry.Subject), ("$detail", line.Entry.Detail),
        ("$previous", line.Previous), ("$hash", line.Hash));

    /// <summary>The entries one by one, in order of their numbers.</summary>
    public static IEnumerable<AuditLine> All(SqliteConnection connection)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = $"SELECT {Columns} FROM audit ORDER BY number";
        using SqliteDataReader row = command.ExecuteReader();
        while (row.Read())
        {
            yield return Line(row);
        }
    }

    /// <summary>The newest entries that fit, oldest first.</summary>
    public static List<AuditLine> List(SqliteConnection connection, DateTimeOffset? since, string? subject, int most) => connection.List(
        $"""
        SELECT {Columns} FROM (SELECT {Columns} FROM audit
            WHERE at >= $since AND ($subject IS NULL OR subject = $subject) ORDER BY number DESC LIMIT $most) ORDER BY number
        """,
        Line,
        ("$since", since?.ToUnixTimeMilliseconds() ?? long.MinValue), ("$subject", subject), ("$most", most));

    /// <summary>The newest entries that fit a filter, newest first.</summary>
    public static List<AuditLine> Search(SqliteConnection connection, AuditFilter filter, int most) => connection.List(
        $"""
        SELECT {Columns} FROM audit
            WHERE number < $before AND at >= $from AND at < $to AND ($actor IS NULL OR actor = $actor)
                AND ($action IS NULL OR substr(action, 1, length($action)) = $action)
                AND ($subject IS NULL OR instr(subject, $subject) > 0 OR instr(detail, $subject) > 0)
            ORDER BY number DESC LIMIT $most
        """,
        Line,
        ("$before", filter.Before ?? long.MaxValue), ("$from", filter.From?.ToUnixTimeMilliseconds() ?? long.MinValue),
        ("$to", filter.To?.ToUnixTimeMilliseconds() ?? long.MaxValue), ("$actor", filter.Actor), ("$action", filter.Action),
        ("$subject", filter.Subject), ("$most", most));

    /// <summary>The highest number there ever was, which the file remembers apart from the entries.</summary>
    public static long HighestEver(SqliteConnection connection) =>
        connection.One("SELECT seq FROM sqlite_sequence WHERE name = 'audit'") as long? ?? 0;

    private static AuditLine Line(SqliteDataReader row) => new(
        row.GetInt64(0),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)),
        new AuditEntry(row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5)),
        (byte[])row.GetValue(6),
        (byte[])row.GetValue(7));
}
