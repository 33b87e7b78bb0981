using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Registry.Enrolment;

/// <summary>Codes and certificates as rows.</summary>
internal static class EnrolmentTables
{
    /// <summary>The tables.</summary>
    public const string Schema = """
        CREATE TABLE IF NOT EXISTS station_code(
            station TEXT PRIMARY KEY, key BLOB NOT NULL, expires_at INTEGER NOT NULL, used_by TEXT) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS station_certificate(
            serial TEXT PRIMARY KEY, station TEXT NOT NULL, key_hash TEXT NOT NULL, pem TEXT NOT NULL, issued_at INTEGER NOT NULL,
            expires_at INTEGER NOT NULL, revoked_at INTEGER) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS station_certificate_station ON station_certificate(station);
        """;

    /// <summary>Puts a code in the place of the station's last one.</summary>
    public static void PutCode(SqliteConnection connection, string station, byte[] key, DateTimeOffset until) => connection.Run(
        "INSERT OR REPLACE INTO station_code VALUES ($station, $key, $until, NULL)",
        ("$station", station), ("$key", key), ("$until", until.ToUnixTimeSeconds()));

    /// <summary>The station's newest code.</summary>
    public static StationCode? FindCode(SqliteConnection connection, string station) => connection.List(
        "SELECT key, expires_at, used_by FROM station_code WHERE station = $station",
        row => new StationCode((byte[])row.GetValue(0), At(row.GetInt64(1)), row.IsDBNull(2) ? null : row.GetString(2)),
        ("$station", station)).FirstOrDefault();

    /// <summary>Notes that a code was used by the key of that hash.</summary>
    public static void UseCode(SqliteConnection connection, string station, string keyHash) => connection.Run(
        "UPDATE station_code SET used_by = $hash WHERE station = $station", ("$hash", keyHash), ("$station", station));

    /// <summary>Takes the station's code away.</summary>
    public static void DropCode(SqliteConnection connection, string station) =>
        connection.Run("DELETE FROM station_code WHERE station = $station", ("$station", station));

    /// <summary>Keeps a certificate.</summary>
    public static void Insert(SqliteConnection connection, StationCertificate made) => connection.Run(
        "INSERT INTO station_certificate VALUES ($serial, $station, $hash, $pem, $issued, $until, NULL)",
        ("$serial", made.Serial), ("$station", made.Station), ("$hash", made.KeyHash), ("$pem", made.Pem),
        ("$issued", made.IssuedAt.ToUnixTimeSeconds()), ("$until", made.ExpiresAt.ToUnixTimeSeconds()));

    /// <summary>The certificates of a station, the newest first; of all when none is named.</summary>
    public static IReadOnlyList<StationCertificate> Certificates(SqliteConnection connection, string? station) => connection.List(
        """
        SELECT serial, station, key_hash, pem, issued_at, expires_at, revoked_at FROM station_certificate
        WHERE $station IS NULL OR station = $station ORDER BY issued_at DESC, serial
        """,
        row => new StationCertificate(
            row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), At(row.GetInt64(4)), At(row.GetInt64(5)),
            row.IsDBNull(6) ? null : At(row.GetInt64(6))),
        ("$station", station));

    /// <summary>Withdraws what the station has; returns how many certificates that was.</summary>
    public static int Revoke(SqliteConnection connection, string station, DateTimeOffset now) => connection.Run(
        "UPDATE station_certificate SET revoked_at = $now WHERE station = $station AND revoked_at IS NULL AND expires_at > $now",
        ("$now", now.ToUnixTimeSeconds()), ("$station", station));

    private static DateTimeOffset At(long seconds) => DateTimeOffset.FromUnixTimeSeconds(seconds);
}

/// <summary>A code that waits, or was used by the key of that hash.</summary>
internal sealed record StationCode(byte[] Key, DateTimeOffset ExpiresAt, string? UsedBy);

/// <summary>A certificate that was given to a station.</summary>
internal sealed record StationCertificate(
    string Serial, string Station, string KeyHash, string Pem, DateTimeOffset IssuedAt, DateTimeOffset ExpiresAt, DateTimeOffset? RevokedAt)
{
    /// <summary>Whether it opens the broker.</summary>
    public bool IsGood(DateTimeOffset now) => RevokedAt is null && ExpiresAt > now;
}
