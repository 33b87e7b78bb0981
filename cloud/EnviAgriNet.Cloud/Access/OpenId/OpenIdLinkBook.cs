using System.Security.Cryptography;
using System.Text;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Audit;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Access.OpenId;

/// <summary>
/// Which person at the provider is which officer. Officers link themselves while signed in; the provider makes no officers. What the
/// provider calls a person may be a citizen's number, so that only a keyed hash of it is stored. Safe for use by several threads.
/// </summary>
internal sealed class OpenIdLinkBook
{
    private const string Schema = """
        CREATE TABLE IF NOT EXISTS openid_link(
            subject_hash TEXT PRIMARY KEY, officer TEXT NOT NULL UNIQUE, issuer TEXT NOT NULL, linked_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        """;

    private readonly RegistryDatabase _database;
    private readonly RegistryKeys _keys;
    private readonly AuditBook _audit;
    private readonly TimeProvider _time;

    public OpenIdLinkBook(RegistryDatabase database, RegistryKeys keys, AuditBook audit, TimeProvider time)
    {
        _database = database;
        _keys = keys;
        _audit = audit;
        _time = time;
        database.EnsureTables(Schema);
    }

    /// <summary>The officer's name behind a person at the provider, or null.</summary>
    public string? OfficerOf(string issuer, string subject)
    {
        string hash = HashOf(issuer, subject);
        return _database.Read(c => c.One("SELECT officer FROM openid_link WHERE subject_hash = $hash", ("$hash", hash))) as string;
    }

    /// <summary>Since when an officer is linked, and with which issuer; null when not.</summary>
    public (string Issuer, DateTimeOffset At)? Of(string officer) => _database.Read(c => Of(c, officer));

    /// <summary>Links an officer. Returns the refusal, or null; to link the same again changes nothing.</summary>
    public string? Link(string officer, string issuer, string subject)
    {
        string hash = HashOf(issuer, subject);
        return _database.Write(c =>
        {
            if (c.One("SELECT officer FROM openid_link WHERE subject_hash = $hash", ("$hash", hash)) is string known)
            {
                return known == officer ? null : "this identity is linked to another officer";
            }

            if (Of(c, officer) is not null)
            {
                return "another identity is linked already; unlink it first";
            }

            c.Run(
                "INSERT INTO openid_link(subject_hash, officer, issuer, linked_at) VALUES($hash, $officer, $issuer, $at)",
                ("$hash", hash), ("$officer", officer), ("$issuer", issuer), ("$at", _time.GetUtcNow().ToUnixTimeMilliseconds()));
            _audit.Append(c, new AuditEntry(officer, "openid.linked", $"officer {officer}", issuer));
            return null;
        });
    }

    /// <summary>Unlinks an officer; false when there was no link.</summary>
    public bool Unlink(string officer, string by) => _database.Write(c =>
    {
        bool isGone = c.Run("DELETE FROM openid_link WHERE officer = $officer", ("$officer", officer)) == 1;
        if (isGone)
        {
            _audit.Append(c, new AuditEntry(by, "openid.unlinked", $"officer {officer}", string.Empty));
        }

        return isGone;
    });

    private static (string Issuer, DateTimeOffset At)? Of(SqliteConnection connection, string officer)
    {
        List<(string, DateTimeOffset)> found = connection.List(
            "SELECT issuer, linked_at FROM openid_link WHERE officer = $officer",
            row => (row.GetString(0), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1))), ("$officer", officer));
        return found.Count == 0 ? null : found[0];
    }

    private string HashOf(string issuer, string subject) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_keys.Lookup, Encoding.UTF8.GetBytes($"openid\n{issuer}\n{subject}")));
}
