using System.Buffers.Text;
using System.Security.Cryptography;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Audit;

namespace EnviAgriNet.Cloud.Access.Passkeys;

/// <summary>The passkeys of officers. Every change is in the audit log. Safe for use by several threads.</summary>
internal sealed class PasskeyBook
{
    private const int HandleBytes = 16;

    private readonly RegistryDatabase _database;
    private readonly AuditBook _audit;
    private readonly TimeProvider _time;

    public PasskeyBook(RegistryDatabase database, AuditBook audit, TimeProvider time)
    {
        _database = database;
        _audit = audit;
        _time = time;
        database.EnsureTables(PasskeyTables.Schema);
    }

    /// <summary>An officer's passkeys, the oldest first.</summary>
    public IReadOnlyList<Passkey> Of(string officer) => _database.Read(c => PasskeyTables.Of(c, officer));

    /// <summary>The passkey of an id, or null.</summary>
    public Passkey? Find(string id) => _database.Read(c => PasskeyTables.Find(c, id));

    /// <summary>The person behind a handle, or null.</summary>
    public PasskeyPerson? ByHandle(string handle) => _database.Read(c => PasskeyTables.ByHandle(c, handle));

    /// <summary>The person that an officer with a passkey is, or null.</summary>
    public PasskeyPerson? ByOfficer(string officer) => _database.Read(c => PasskeyTables.ByOfficer(c, officer));

    /// <summary>The person that an officer is to authenticators; a handle is made at the first call.</summary>
    public PasskeyPerson PersonOf(string officer) => ByOfficer(officer) ?? _database.Write(c =>
    {
        if (PasskeyTables.ByOfficer(c, officer) is { } made)
        {
            return made;
        }

        PasskeyPerson person = new(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(HandleBytes)), officer);
        PasskeyTables.Insert(c, person);
        return person;
    });

    /// <summary>Adds a passkey. Returns the refusal, or null.</summary>
    public string? Add(Passkey key) => _database.Write(c =>
    {
        if (PasskeyTables.Find(c, key.Id) is not null)
        {
            return "this passkey is registered already";
        }

        if (PasskeyTables.Of(c, key.Officer).Count >= PasskeyLimits.PerOfficerMax)
        {
            return $"{PasskeyLimits.PerOfficerMax} passkeys are the most; remove one first";
        }

        PasskeyTables.Insert(c, key);
        _audit.Append(c, new AuditEntry(key.Officer, "passkey.added", $"officer {key.Officer}", Detail(key)));
        return null;
    });

    /// <summary>Notes that a passkey signed; false when its count did not grow, which tells of a copy, or when it is gone.</summary>
    public bool TryUse(Passkey key, uint signCount, bool isBackedUp) => _database.Write(c =>
    {
        if (PasskeyTables.TryUse(c, key.Id, signCount, isBackedUp, _time.GetUtcNow()))
        {
            return true;
        }

        _audit.Append(c, new AuditEntry(AuditEntry.System, "passkey.copied", $"officer {key.Officer}", $"{Detail(key)}: its count did not grow"));
        return false;
    });

    /// <summary>Removes one of an officer's passkeys; false when there is none such.</summary>
    public bool Remove(string officer, string id, string by) => _database.Write(c =>
    {
        Passkey? key = PasskeyTables.Find(c, id);
        bool isRemoved = PasskeyTables.Delete(c, officer, id);
        if (isRemoved && key is not null)
        {
            _audit.Append(c, new AuditEntry(by, "passkey.removed", $"officer {officer}", Detail(key)));
        }

        return isRemoved;
    });

    /// <summary>Removes all of an officer's passkeys, as when a phone was stolen. Returns how many there were.</summary>
    public int RemoveAll(string officer, string by, string reason) => _database.Write(c =>
    {
        int count = PasskeyTables.DeleteAll(c, officer);
        if (count > 0)
        {
            _audit.Append(c, new AuditEntry(by, "passkey.removed", $"officer {officer}", $"all {count}: {reason}"));
        }

        return count;
    });

    // The first letters of an id tell passkeys of one name apart, and are of no use to anybody.
    private static string Detail(Passkey key) => $"{key.Name} ({key.Id[..Math.Min(8, key.Id.Length)]})";
}
