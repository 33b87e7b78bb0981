using EnviAgriNet.Cloud.Registry;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Access.Keys;

/// <summary>The table of keys. A row is never deleted, for the audit log names it. Times are milliseconds.</summary>
internal static class KeyTables
{
    public const string Schema = """
        CREATE TABLE IF NOT EXISTS api_key(
            id TEXT PRIMARY KEY, name TEXT NOT NULL, hash TEXT NOT NULL, scopes TEXT NOT NULL, per_minute INTEGER NOT NULL,
            made_by TEXT NOT NULL, made_at INTEGER NOT NULL, expires_at INTEGER NOT NULL, used_at INTEGER,
            revoked_at INTEGER, revoked_by TEXT) STRICT, WITHOUT ROWID;
        """;

    private const string Columns = "id, name, scopes, per_minute, made_by, made_at, expires_at, used_at, revoked_at, revoked_by";

    public static List<ApiKey> All(SqliteConnection connection) =>
        connection.List($"SELECT {Columns} FROM api_key ORDER BY made_at DESC, id", Read);

    public static (ApiKey Key, string Hash)? Find(SqliteConnection connection, string id)
    {
        List<(ApiKey, string)> found = connection.List(
            $"SELECT {Columns}, hash FROM api_key WHERE id = $id", row => (Read(row), row.GetString(10)), ("$id", id));
        return found.Count == 0 ? null : found[0];
    }

    public static long CountActive(SqliteConnection connection, DateTimeOffset now) => (long)connection.One(
        "SELECT count(*) FROM api_key WHERE revoked_at IS NULL AND expires_at > $now", ("$now", now.ToUnixTimeMilliseconds()))!;

    public static void Insert(SqliteConnection connection, ApiKey key, string hash) => connection.Run(
        """
        INSERT INTO api_key(id, name, hash, scopes, per_minute, made_by, made_at, expires_at)
        VALUES($id, $name, $hash, $scopes, $rate, $by, $at, $end)
        """,
        ("$id", key.Id), ("$name", key.Name), ("$hash", hash), ("$scopes", string.Join(' ', key.Scopes.Order().Select(s => s.Word()))),
        ("$rate", key.PerMinute), ("$by", key.MadeBy), ("$at", key.MadeAt.ToUnixTimeMilliseconds()), ("$end", key.ExpiresAt.ToUnixTimeMilliseconds()));

    public static void SetUsed(SqliteConnection connection, string id, DateTimeOffset at) => connection.Run(
        "UPDATE api_key SET used_at = $at WHERE id = $id", ("$at", at.ToUnixTimeMilliseconds()), ("$id", id));

    public static void Revoke(SqliteConnection connection, string id, string by, DateTimeOffset at) => connection.Run(
        "UPDATE api_key SET revoked_at = $at, revoked_by = $by WHERE id = $id",
        ("$at", at.ToUnixTimeMilliseconds()), ("$by", by), ("$id", id));

    private static ApiKey Read(SqliteDataReader row) => new(
        row.GetString(0),
        row.GetString(1),
        Scopes(row.GetString(2)),
        row.GetInt32(3),
        row.GetString(4),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(5)),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(6)),
        row.IsDBNull(7) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(7)),
        row.IsDBNull(8) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(8)),
        row.IsDBNull(9) ? null : row.GetString(9));

    // A scope that this version does not know opens nothing.
    private static HashSet<KeyScope> Scopes(string text)
    {
        HashSet<KeyScope> scopes = [];
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (KeyScopes.TryParse(word, out KeyScope scope))
            {
                scopes.Add(scope);
            }
        }

        return scopes;
    }
}
