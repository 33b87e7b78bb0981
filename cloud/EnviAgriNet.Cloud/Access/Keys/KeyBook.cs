using System.Security.Cryptography;
using System.Text;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Audit;

namespace EnviAgriNet.Cloud.Access.Keys;

/// <summary>
/// The keys of machines. Every change is in the audit log. Reads go to the file, so that a running cloud heeds at once what a command
/// did. Safe for use by several threads.
/// </summary>
internal sealed class KeyBook
{
    private readonly RegistryDatabase _database;
    private readonly AuditBook _audit;
    private readonly TimeProvider _time;

    public KeyBook(RegistryDatabase database, AuditBook audit, TimeProvider time)
    {
        _database = database;
        _audit = audit;
        _time = time;
        database.EnsureTables(KeyTables.Schema);
    }

    /// <summary>All keys, the newest first, those that open nothing any more included.</summary>
    public IReadOnlyList<ApiKey> All() => _database.Read(KeyTables.All);

    /// <summary>The key that a token is, in whatever state; null when it is none.</summary>
    public ApiKey? OfToken(string token) => KeyToken.IdOf(token) is { } id
        && _database.Read(c => KeyTables.Find(c, id)) is { } found
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(found.Hash), Encoding.ASCII.GetBytes(OfficerToken.HashOf(token)))
            ? found.Key
            : null;

    /// <summary>Makes a key. Returns it with its token, which cannot be shown again; or the refusal.</summary>
    public (ApiKey? Key, string? Token, string? Refusal) Make(KeyOrder order, string by)
    {
        if (order.Fault() is { } fault)
        {
            return (null, null, fault);
        }

        (string token, string id) = KeyToken.Make();
        DateTimeOffset now = _time.GetUtcNow();
        ApiKey key = new(
            id, order.Name!.Trim(), order.Scopes!.Select(ScopeOf).ToHashSet(), order.PerMinute ?? KeyLimits.PerMinuteDefault, by, now,
            now.AddDays(order.Days ?? KeyLimits.DaysDefault), null, null, null);
        string? refusal = _database.Write(c =>
        {
            if (OfficerBook.Find(c, by, Role.Admin).Refusal is { } notAdmin)
            {
                return notAdmin;
            }

            if (KeyTables.CountActive(c, now) >= KeyLimits.ActiveMax)
            {
                return $"{KeyLimits.ActiveMax} keys are the most; revoke one first";
            }

            KeyTables.Insert(c, key, OfficerToken.HashOf(token));
            _audit.Append(c, new AuditEntry(
                by, "key.made", $"key {id}", $"{key.Name}: {string.Join(' ', key.Scopes.Order().Select(s => s.Word()))}, until {key.ExpiresAt:yyyy-MM-dd}"));
            return null;
        });
        return refusal is null ? (key, token, null) : (null, null, refusal);
    }

    /// <summary>Revokes a key; it opens nothing from now on. Returns the refusal, or null.</summary>
    public string? Revoke(string id, string by, string reason) => _database.Write(c =>
    {
        if (OfficerBook.Find(c, by, Role.Admin).Refusal is { } notAdmin)
        {
            return notAdmin;
        }

        if (KeyTables.Find(c, id) is not { } found)
        {
            return $"there is no key '{id}'";
        }

        if (found.Key.RevokedAt is not null)
        {
            return $"key {id} was revoked already";
        }

        KeyTables.Revoke(c, id, by, _time.GetUtcNow());
        _audit.Append(c, new AuditEntry(by, "key.revoked", $"key {id}", reason));
        return null;
    });

    /// <summary>Notes that a key was used, at most once a minute.</summary>
    public void OnUsed(ApiKey key)
    {
        DateTimeOffset now = _time.GetUtcNow();
        if (key.UsedAt is not { } last || now - last >= KeyLimits.LastUseStep)
        {
            _database.Write(c =>
            {
                KeyTables.SetUsed(c, key.Id, now);
                return true;
            });
        }
    }

    private static KeyScope ScopeOf(string word) => KeyScopes.TryParse(word, out KeyScope scope) ? scope : throw new FormatException(word);
}
