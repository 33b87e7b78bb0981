using EnviAgriNet.Cloud.Registry;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Access.Sessions;

/// <summary>
/// The table of open sessions; one that ended is deleted, and the audit log remembers it. Of the cookie only its hash is stored. Times
/// are milliseconds.
/// </summary>
internal static class SessionTables
{
    public const string Schema = """
        CREATE TABLE IF NOT EXISTS officer_session(
            number INTEGER PRIMARY KEY AUTOINCREMENT, hash TEXT NOT NULL UNIQUE, name TEXT NOT NULL, how TEXT NOT NULL,
            opened_at INTEGER NOT NULL, seen_at INTEGER NOT NULL, agent TEXT NOT NULL) STRICT;
        CREATE INDEX IF NOT EXISTS officer_session_name ON officer_session(name);
        """;

    private const string Columns = "number, name, how, opened_at, seen_at, agent";

    /// <summary>The open sessions of an officer, the newest first.</summary>
    public static List<Session> All(SqliteConnection connection, Officer officer) => connection.List(
        $"SELECT {Columns} FROM officer_session WHERE name = $name ORDER BY number DESC", row => Read(row, officer), ("$name", officer.Name));

    /// <summary>The session of a cookie's hash, whose officer is active.</summary>
    public static Session? Find(SqliteConnection connection, string hash)
    {
        List<string> names = connection.List("SELECT name FROM officer_session WHERE hash = $hash", row => row.GetString(0), ("$hash", hash));
        return names is [var name] && OfficerTables.Find(connection, name) is { IsActive: true } line
            ? connection.List($"SELECT {Columns} FROM officer_session WHERE hash = $hash", row => Read(row, line.Officer), ("$hash", hash))[0]
            : null;
    }

    /// <summary>Adds a session; returns its number.</summary>
    public static long Insert(SqliteConnection connection, string hash, string name, string how, string agent, DateTimeOffset at) => (long)connection.One(
        """
        INSERT INTO officer_session(hash, name, how, opened_at, seen_at, agent) VALUES($hash, $name, $how, $at, $at, $agent) RETURNING number
        """,
        ("$hash", hash), ("$name", name), ("$how", how), ("$agent", agent), ("$at", at.ToUnixTimeMilliseconds()))!;

    public static void SetSeen(SqliteConnection connection, long number, DateTimeOffset at) => connection.Run(
        "UPDATE officer_session SET seen_at = $at WHERE number = $number", ("$at", at.ToUnixTimeMilliseconds()), ("$number", number));

    /// <summary>Ends one; whether it was open.</summary>
    public static bool Delete(SqliteConnection connection, string name, long number) => connection.Run(
        "DELETE FROM officer_session WHERE number = $number AND name = $name", ("$number", number), ("$name", name)) > 0;

    /// <summary>Ends all sessions of an officer but one; returns how many.</summary>
    public static int DeleteAll(SqliteConnection connection, string name, long? except) => connection.Run(
        "DELETE FROM officer_session WHERE name = $name AND number IS NOT $except", ("$name", name), ("$except", except));

    /// <summary>Deletes what ran out, and of one officer's the oldest that are too many.</summary>
    public static void Sweep(SqliteConnection connection, string name, DateTimeOffset openedSince, DateTimeOffset seenSince)
    {
        connection.Run(
            "DELETE FROM officer_session WHERE opened_at < $opened OR seen_at < $seen",
            ("$opened", openedSince.ToUnixTimeMilliseconds()), ("$seen", seenSince.ToUnixTimeMilliseconds()));
        connection.Run(
            """
            DELETE FROM officer_session WHERE name = $name AND number NOT IN
                (SELECT number FROM officer_session WHERE name = $name ORDER BY number DESC LIMIT $most)
            """,
            ("$name", name), ("$most", Limits.SessionsMax));
    }

    private static Session Read(SqliteDataReader row, Officer officer) => new(
        row.GetInt64(0), officer, row.GetString(2),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3)), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(4)), row.GetString(5));
}
