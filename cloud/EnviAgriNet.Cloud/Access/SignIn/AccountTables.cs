using EnviAgriNet.Cloud.Registry;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Access.SignIn;

/// <summary>
/// The tables of what officers sign in with. Secrets of codes are encrypted, recovery codes and invitations lie there as hashes. Times
/// are milliseconds.
/// </summary>
internal static class AccountTables
{
    public const string Schema = """
        CREATE TABLE IF NOT EXISTS officer_account(
            name TEXT PRIMARY KEY, password TEXT NOT NULL, secret BLOB NOT NULL, used_step INTEGER NOT NULL, next_secret BLOB,
            changed_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS officer_recovery(name TEXT NOT NULL, hash BLOB NOT NULL, PRIMARY KEY(name, hash)) STRICT, WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS officer_invitation(
            name TEXT PRIMARY KEY, hash TEXT NOT NULL UNIQUE, secret BLOB NOT NULL, until INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        """;

    /// <summary>The account with its secrets as stored.</summary>
    public static Account? Find(SqliteConnection connection, string name) => connection.List(
        """
        SELECT password, secret, used_step, next_secret, changed_at, (SELECT COUNT(*) FROM officer_recovery r WHERE r.name = a.name)
        FROM officer_account a WHERE name = $name
        """,
        row => new Account(
            row.GetString(0), (byte[])row[1], row.GetInt64(2), row.IsDBNull(3) ? null : (byte[])row[3],
            DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(4)), row.GetInt32(5)),
        ("$name", name)).FirstOrDefault();

    /// <summary>The names of all who have one.</summary>
    public static HashSet<string> Names(SqliteConnection connection) =>
        [.. connection.List("SELECT name FROM officer_account", row => row.GetString(0))];

    public static void Set(SqliteConnection connection, string name, string password, byte[] secret, long usedStep, DateTimeOffset at) => connection.Run(
        """
        INSERT INTO officer_account(name, password, secret, used_step, changed_at) VALUES($name, $password, $secret, $step, $at)
        ON CONFLICT(name) DO UPDATE SET password = excluded.password, secret = excluded.secret, used_step = excluded.used_step,
            next_secret = NULL, changed_at = excluded.changed_at
        """,
        ("$name", name), ("$password", password), ("$secret", secret), ("$step", usedStep), ("$at", at.ToUnixTimeMilliseconds()));

    public static void SetPassword(SqliteConnection connection, string name, string password, DateTimeOffset at) => connection.Run(
        "UPDATE officer_account SET password = $password, changed_at = $at WHERE name = $name",
        ("$name", name), ("$password", password), ("$at", at.ToUnixTimeMilliseconds()));

    public static void SetNextSecret(SqliteConnection connection, string name, byte[] secret) => connection.Run(
        "UPDATE officer_account SET next_secret = $secret WHERE name = $name", ("$name", name), ("$secret", secret));

    /// <summary>Puts the waiting secret in the place of the other.</summary>
    public static void TakeNextSecret(SqliteConnection connection, string name, long usedStep) => connection.Run(
        "UPDATE officer_account SET secret = next_secret, next_secret = NULL, used_step = $step WHERE name = $name AND next_secret IS NOT NULL",
        ("$name", name), ("$step", usedStep));

    public static void SetUsedStep(SqliteConnection connection, string name, long step) => connection.Run(
        "UPDATE officer_account SET used_step = $step WHERE name = $name", ("$name", name), ("$step", step));

    public static void SetRecovery(SqliteConnection connection, string name, IEnumerable<byte[]> hashes)
    {
        connection.Run("DELETE FROM officer_recovery WHERE name = $name", ("$name", name));
        foreach (byte[] hash in hashes)
        {
            connection.Run("INSERT INTO officer_recovery(name, hash) VALUES($name, $hash)", ("$name", name), ("$hash", hash));
        }
    }

    /// <summary>Whether a recovery code is one.</summary>
    public static bool HasRecovery(SqliteConnection connection, string name, byte[] hash) => connection.One(
        "SELECT 1 FROM officer_recovery WHERE name = $name AND hash = $hash", ("$name", name), ("$hash", hash)) is not null;

    public static void UseRecovery(SqliteConnection connection, string name, byte[] hash) => connection.Run(
        "DELETE FROM officer_recovery WHERE name = $name AND hash = $hash", ("$name", name), ("$hash", hash));

    public static void SetInvitation(SqliteConnection connection, string name, string hash, byte[] secret, DateTimeOffset until) => connection.Run(
        "INSERT OR REPLACE INTO officer_invitation(name, hash, secret, until) VALUES($name, $hash, $secret, $until)",
        ("$name", name), ("$hash", hash), ("$secret", secret), ("$until", until.ToUnixTimeMilliseconds()));

    /// <summary>The open invitation of a hash: for whom, the secret as stored, until when.</summary>
    public static (string Name, byte[] Secret, DateTimeOffset Until)? FindInvitation(SqliteConnection connection, string hash)
    {
        List<(string, byte[], DateTimeOffset)> found = connection.List(
            "SELECT name, secret, until FROM officer_invitation WHERE hash = $hash",
            row => (row.GetString(0), (byte[])row[1], DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2))),
            ("$hash", hash));
        return found.Count == 0 ? null : found[0];
    }

    public static void DeleteInvitation(SqliteConnection connection, string name) =>
        connection.Run("DELETE FROM officer_invitation WHERE name = $name", ("$name", name));

    /// <summary>Takes away everything an officer could sign in with.</summary>
    public static void DeleteAll(SqliteConnection connection, string name)
    {
        connection.Run("DELETE FROM officer_account WHERE name = $name", ("$name", name));
        SetRecovery(connection, name, []);
        DeleteInvitation(connection, name);
    }
}
