using EnviAgriNet.Cloud.Registry;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Access;

/// <summary>The table of officers. A row is never deleted, for the audit log names it. Times are milliseconds.</summary>
internal static class OfficerTables
{
    public const string Schema = """
        CREATE TABLE IF NOT EXISTS officer(
            name TEXT PRIMARY KEY, roles TEXT NOT NULL, is_active INTEGER NOT NULL, added_at INTEGER NOT NULL,
            token_hash TEXT UNIQUE, token_at INTEGER, recipient TEXT) STRICT, WITHOUT ROWID;
        """;

    public static List<OfficerLine> All(SqliteConnection connection) => connection.List(
        "SELECT name, roles, is_active, added_at, token_at, recipient FROM officer ORDER BY name", Line);

    public static OfficerLine? Find(SqliteConnection connection, string name) => connection.List(
        "SELECT name, roles, is_active, added_at, token_at, recipient FROM officer WHERE name = $name", Line, ("$name", name))
        .FirstOrDefault();

    /// <summary>The active officer whose token has a hash, with that hash as stored.</summary>
    public static (Officer Officer, string Hash)? ByToken(SqliteConnection connection, string hash)
    {
        List<(Officer, string)> found = connection.List(
            "SELECT name, roles, token_hash FROM officer WHERE token_hash = $hash AND is_active = 1",
            row => (new Officer(row.GetString(0), Roles(row.GetString(1))), row.GetString(2)),
            ("$hash", hash));
        return found.Count == 0 ? null : found[0];
    }

    public static void Insert(SqliteConnection connection, Officer officer, DateTimeOffset at) => connection.Run(
        "INSERT INTO officer(name, roles, is_active, added_at) VALUES($name, $roles, 1, $at)",
        ("$name", officer.Name), ("$roles", string.Join(' ', officer.Roles.Order())), ("$at", at.ToUnixTimeMilliseconds()));

    public static void SetToken(SqliteConnection connection, string name, string hash, DateTimeOffset at) => connection.Run(
        "UPDATE officer SET token_hash = $hash, token_at = $at WHERE name = $name",
        ("$hash", hash), ("$at", at.ToUnixTimeMilliseconds()), ("$name", name));

    public static void SetRecipient(SqliteConnection connection, string name, string? recipient) => connection.Run(
        "UPDATE officer SET recipient = $recipient WHERE name = $name", ("$recipient", recipient), ("$name", name));

    public static void Disable(SqliteConnection connection, string name) => connection.Run(
        "UPDATE officer SET is_active = 0, token_hash = NULL, token_at = NULL, recipient = NULL WHERE name = $name", ("$name", name));

    private static OfficerLine Line(SqliteDataReader row) => new(
        new Officer(row.GetString(0), Roles(row.GetString(1))),
        row.GetBoolean(2),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3)),
        row.IsDBNull(4) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(4)),
        row.IsDBNull(5) ? null : row.GetString(5));

    private static HashSet<Role> Roles(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Role>)];
}
