using EnviAgriNet.Cloud.Access.Sessions;
using EnviAgriNet.Cloud.Access.SignIn;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Core.Geography;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Access;

/// <summary>The table of officers. A row is never deleted, for the audit log names it. Times are milliseconds.</summary>
internal static class OfficerTables
{
    public const string Schema = """
        CREATE TABLE IF NOT EXISTS officer(
            name TEXT PRIMARY KEY, roles TEXT NOT NULL, is_active INTEGER NOT NULL, added_at INTEGER NOT NULL,
            token_hash TEXT UNIQUE, token_at INTEGER, recipient TEXT) STRICT, WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS officer_region(
            name TEXT NOT NULL, region TEXT NOT NULL, PRIMARY KEY(name, region)) STRICT, WITHOUT ROWID;
        """;

    private const string Columns =
        "name, roles, is_active, added_at, token_at, recipient, (SELECT group_concat(region, ' ') FROM officer_region r WHERE r.name = officer.name)";

    public static List<OfficerLine> All(SqliteConnection connection) => connection.List(
        $"SELECT {Columns} FROM officer ORDER BY name", Line);

    public static OfficerLine? Find(SqliteConnection connection, string name) => connection.List(
        $"SELECT {Columns} FROM officer WHERE name = $name", Line, ("$name", name))
        .FirstOrDefault();

    /// <summary>The active officer whose token has a hash, with that hash as stored.</summary>
    public static (Officer Officer, string Hash)? ByToken(SqliteConnection connection, string hash)
    {
        List<(Officer, string)> found = connection.List(
            $"SELECT {Columns}, token_hash FROM officer WHERE token_hash = $hash AND is_active = 1",
            row => (Line(row).Officer, row.GetString(7)),
            ("$hash", hash));
        return found.Count == 0 ? null : found[0];
    }

    public static void Insert(SqliteConnection connection, Officer officer, DateTimeOffset at)
    {
        connection.Run(
            "INSERT INTO officer(name, roles, is_active, added_at) VALUES($name, $roles, 1, $at)",
            ("$name", officer.Name), ("$roles", string.Join(' ', officer.Roles.Order())), ("$at", at.ToUnixTimeMilliseconds()));
        SetRegions(connection, officer);
    }

    /// <summary>Puts what an officer may do, and where, in place of what was.</summary>
    public static void SetRights(SqliteConnection connection, Officer officer)
    {
        connection.Run(
            "UPDATE officer SET roles = $roles WHERE name = $name",
            ("$name", officer.Name), ("$roles", string.Join(' ', officer.Roles.Order())));
        SetRegions(connection, officer);
    }

    public static void SetToken(SqliteConnection connection, string name, string hash, DateTimeOffset at) => connection.Run(
        "UPDATE officer SET token_hash = $hash, token_at = $at WHERE name = $name",
        ("$hash", hash), ("$at", at.ToUnixTimeMilliseconds()), ("$name", name));

    public static void SetRecipient(SqliteConnection connection, string name, string? recipient) => connection.Run(
        "UPDATE officer SET recipient = $recipient WHERE name = $name", ("$recipient", recipient), ("$name", name));

    public static void Disable(SqliteConnection connection, string name)
    {
        connection.Run(
            "UPDATE officer SET is_active = 0, token_hash = NULL, token_at = NULL, recipient = NULL WHERE name = $name", ("$name", name));
        SessionTables.DeleteAll(connection, name, except: null);
        AccountTables.DeleteAll(connection, name);
    }

    private static void SetRegions(SqliteConnection connection, Officer officer)
    {
        connection.Run("DELETE FROM officer_region WHERE name = $name", ("$name", officer.Name));
        foreach (RegionId region in officer.Regions)
        {
            connection.Run(
                "INSERT OR IGNORE INTO officer_region(name, region) VALUES($name, $region)", ("$name", officer.Name), ("$region", region.Code));
        }
    }

    private static OfficerLine Line(SqliteDataReader row) => new(
        new Officer(row.GetString(0), Roles(row.GetString(1))) { Regions = row.IsDBNull(6) ? [] : Regions(row.GetString(6)) },
        row.GetBoolean(2),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3)),
        row.IsDBNull(4) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(4)),
        row.IsDBNull(5) ? null : row.GetString(5));

    private static RegionId[] Regions(string text) => [.. text.Split(' ').Select(RegionId.Parse)];

    private static HashSet<Role> Roles(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Role>)];
}
