using EnviAgriNet.Cloud.Registry;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Access.Passkeys;

/// <summary>The tables of passkeys. Times are milliseconds.</summary>
internal static class PasskeyTables
{
    public const string Schema = """
        CREATE TABLE IF NOT EXISTS passkey_person(handle TEXT PRIMARY KEY, officer TEXT NOT NULL UNIQUE) STRICT, WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS passkey(
            id TEXT PRIMARY KEY, officer TEXT NOT NULL, name TEXT NOT NULL, public_key BLOB NOT NULL, sign_count INTEGER NOT NULL,
            transports TEXT NOT NULL, is_backup_eligible INTEGER NOT NULL, is_backed_up INTEGER NOT NULL,
            added_at INTEGER NOT NULL, used_at INTEGER) STRICT;
        CREATE INDEX IF NOT EXISTS passkey_officer ON passkey(officer);
        """;

    private const string Columns =
        "id, officer, name, public_key, sign_count, transports, is_backup_eligible, is_backed_up, added_at, used_at";

    public static PasskeyPerson? ByOfficer(SqliteConnection connection, string officer) => connection.List(
        "SELECT handle, officer FROM passkey_person WHERE officer = $officer", Person, ("$officer", officer)).FirstOrDefault();

    public static PasskeyPerson? ByHandle(SqliteConnection connection, string handle) => connection.List(
        "SELECT handle, officer FROM passkey_person WHERE handle = $handle", Person, ("$handle", handle)).FirstOrDefault();

    public static void Insert(SqliteConnection connection, PasskeyPerson person) => connection.Run(
        "INSERT INTO passkey_person(handle, officer) VALUES($handle, $officer)", ("$handle", person.Handle), ("$officer", person.Officer));

    public static List<Passkey> Of(SqliteConnection connection, string officer) => connection.List(
        $"SELECT {Columns} FROM passkey WHERE officer = $officer ORDER BY added_at, id", Read, ("$officer", officer));

    public static Passkey? Find(SqliteConnection connection, string id) => connection.List(
        $"SELECT {Columns} FROM passkey WHERE id = $id", Read, ("$id", id)).FirstOrDefault();

    public static void Insert(SqliteConnection connection, Passkey key) => connection.Run(
        $"INSERT INTO passkey({Columns}) VALUES($id, $officer, $name, $key, $count, $transports, $eligible, $backed, $added, NULL)",
        ("$id", key.Id), ("$officer", key.Officer), ("$name", key.Name), ("$key", key.PublicKey), ("$count", (long)key.SignCount),
        ("$transports", string.Join(' ', key.Transports)), ("$eligible", key.IsBackupEligible ? 1 : 0), ("$backed", key.IsBackedUp ? 1 : 0),
        ("$added", key.AddedAt.ToUnixTimeMilliseconds()));

    /// <summary>
    /// Notes a use. Of two uses at the same time with one count, the second changes no row: one of them came from a copy.
    /// </summary>
    public static bool TryUse(SqliteConnection connection, string id, uint signCount, bool isBackedUp, DateTimeOffset at) => connection.Run(
        "UPDATE passkey SET sign_count = $count, is_backed_up = $backed, used_at = $at WHERE id = $id AND ($count > sign_count OR ($count = 0 AND sign_count = 0))",
        ("$count", (long)signCount), ("$backed", isBackedUp ? 1 : 0), ("$at", at.ToUnixTimeMilliseconds()), ("$id", id)) == 1;

    public static bool Delete(SqliteConnection connection, string officer, string id) => connection.Run(
        "DELETE FROM passkey WHERE officer = $officer AND id = $id", ("$officer", officer), ("$id", id)) == 1;

    public static int DeleteAll(SqliteConnection connection, string officer) =>
        connection.Run("DELETE FROM passkey WHERE officer = $officer", ("$officer", officer));

    private static PasskeyPerson Person(SqliteDataReader row) => new(row.GetString(0), row.GetString(1));

    private static Passkey Read(SqliteDataReader row) => new(
        row.GetString(0),
        row.GetString(1),
        row.GetString(2),
        row.GetFieldValue<byte[]>(3),
        (uint)row.GetInt64(4),
        row.GetString(5).Split(' ', StringSplitOptions.RemoveEmptyEntries),
        row.GetBoolean(6),
        row.GetBoolean(7),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(8)),
        row.IsDBNull(9) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(9)));
}
