using System.Security.Cryptography;
using System.Text;
using EnviAgriNet.Cloud.Access.Sessions;
using EnviAgriNet.Cloud.Access.SignIn;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Audit;
using EnviAgriNet.Cloud.Registry.Subscribers;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Access;

/// <summary>
/// The officers. Every change is in the audit log. Reads go to the file, so that a running cloud heeds at once what a command did.
/// Safe for use by several threads.
/// </summary>
internal sealed class OfficerBook
{
    private readonly RegistryDatabase _database;
    private readonly AuditBook _audit;
    private readonly RecipientBook _recipients;
    private readonly TimeProvider _time;

    public OfficerBook(RegistryDatabase database, AuditBook audit, RecipientBook recipients, TimeProvider time)
    {
        _database = database;
        _recipients = recipients;
        _audit = audit;
        _time = time;
        database.EnsureTables(OfficerTables.Schema);
        database.EnsureTables(SessionTables.Schema);
        database.EnsureTables(AccountTables.Schema);
    }

    /// <summary>All officers, disabled ones included.</summary>
    public IReadOnlyList<OfficerLine> All() => _database.Read(OfficerTables.All);

    /// <summary>Who of them has set a password.</summary>
    public IReadOnlySet<string> WithPassword() => _database.Read(AccountTables.Names);

    /// <summary>The active officer of a name who has a role; or why not.</summary>
    public (Officer? Officer, string? Refusal) Find(string name, Role role) => _database.Read(c => Find(c, name, role));

    /// <summary>The same inside a transaction.</summary>
    public static (Officer? Officer, string? Refusal) Find(SqliteConnection connection, string name, Role role) =>
        OfficerTables.Find(connection, name) is not { IsActive: true } line ? (null, $"'{name}' is not an active officer")
        : !line.Officer.May(role) ? (null, $"{name} does not have the role {role.ToString().ToLowerInvariant()}")
        : (line.Officer, null);

    /// <summary>Under which messages reach an active officer, as <c>c5</c>; null without a number.</summary>
    public static string? RecipientOf(SqliteConnection connection, string name) =>
        OfficerTables.Find(connection, name) is { IsActive: true } line ? line.Recipient : null;

    /// <summary>Registers the number under which an officer is called. It is kept like those of subscribers, encrypted. Returns the refusal, or null.</summary>
    public string? SetPhone(string name, PhoneNumber number, string by) => Change(
        name, by, "officer.phone", string.Empty,
        c => OfficerTables.SetRecipient(c, name, _recipients.CorrespondentOf(c, number.E164, _time.GetUtcNow())));

    /// <summary>The active officer whose token it is, or null.</summary>
    public Officer? OfToken(string token)
    {
        string hash = OfficerToken.HashOf(token);
        return _database.Read(c => OfficerTables.ByToken(c, hash)) is { } found
            && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(found.Hash), Encoding.ASCII.GetBytes(hash))
                ? found.Officer
                : null;
    }

    /// <summary>
    /// Registers an officer. Only an admin may; while there is none, anybody at the machine's shell may register the first one, who
    /// must be an admin. Returns the refusal, or null.
    /// </summary>
    public string? Add(Officer officer, string? by) => _database.Write(c =>
    {
        bool isFirst = !OfficerTables.All(c).Exists(o => o.IsActive && o.Officer.May(Role.Admin));
        if (isFirst && (!officer.May(Role.Admin) || officer.Regions.Count > 0))
        {
            return "there is no admin yet: the first officer must have the role admin, in the whole country";
        }

        if (!isFirst && Refusal(c, by, officer) is { } refusal)
        {
            return refusal;
        }

        if (OfficerTables.Find(c, officer.Name) is { } known)
        {
            return known.IsActive ? $"{officer.Name} is registered already" : $"{officer.Name} was disabled; names are not used again";
        }

        OfficerTables.Insert(c, officer, _time.GetUtcNow());
        Note(c, isFirst ? AuditEntry.AtTheShell("first-admin") : by!, "officer.added", officer.Name, RightsOf(officer));
        return null;
    });

    /// <summary>
    /// Puts what an officer may do, and where, in place of what was; it holds from the next request on. The last admin of the whole
    /// country stays one. Returns the refusal, or null.
    /// </summary>
    public string? SetRights(Officer officer, string by) => _database.Write(c =>
        IsLastAdmin(c, officer.Name) && (!officer.Roles.Contains(Role.Admin) || officer.Regions.Count > 0)
            ? $"{officer.Name} is the last admin of the whole country"
        : officer.Name == by ? "nobody changes their own rights; ask another admin"
        : Refusal(c, by, officer) is { } refusal ? refusal
        : Change(c, officer.Name, by, "officer.rights", RightsOf(officer), t => OfficerTables.SetRights(t, officer)));

    /// <summary>Why an admin may not do something for an active officer, or null.</summary>
    public string? RefusalOf(string name, string by) => _database.Read(c => RefusalOf(c, name, by));

    /// <summary>The same inside a transaction.</summary>
    public static string? RefusalOf(SqliteConnection connection, string name, string? by) =>
        OfficerTables.Find(connection, name) is { IsActive: true } line ? Refusal(connection, by, line.Officer) : $"'{name}' is not an active officer";

    /// <summary>Makes a token in place of the one before. Returns it, or the refusal. It cannot be shown again.</summary>
    public (string? Token, string? Refusal) NewToken(string name, string by)
    {
        string token = OfficerToken.Make();
        string? refusal = Change(name, by, "officer.token", string.Empty, c => OfficerTables.SetToken(c, name, OfficerToken.HashOf(token), _time.GetUtcNow()));
        return refusal is null ? (token, null) : (null, refusal);
    }

    /// <summary>Takes an officer's rights, token and number away. Returns the refusal, or null.</summary>
    public string? Disable(string name, string by, string reason) => _database.Write(c => IsLastAdmin(c, name)
        ? $"{name} is the last admin"
        : Change(c, name, by, "officer.disabled", reason, t => OfficerTables.Disable(t, name)));

    private static bool IsLastAdmin(SqliteConnection connection, string name) =>
        OfficerTables.All(connection).FindAll(o => o.IsActive && o.Officer.May(Role.Admin) && o.Officer.Regions.Count == 0) is [var last]
        && last.Officer.Name == name;

    private static string RightsOf(Officer officer) => officer.Regions.Count == 0
        ? string.Join(' ', officer.Roles.Order())
        : $"{string.Join(' ', officer.Roles.Order())} in {string.Join(' ', officer.Regions)}";

    private string? Change(string name, string by, string action, string detail, Action<SqliteConnection> change) =>
        _database.Write(c => Change(c, name, by, action, detail, change));

    private string? Change(
        SqliteConnection connection, string name, string by, string action, string detail, Action<SqliteConnection> change)
    {
        string? refusal = RefusalOf(connection, name, by);
        if (refusal is null)
        {
            change(connection);
            Note(connection, by, action, name, detail);
        }

        return refusal;
    }

    // An admin of some regions rules over officers of those, and gives nobody more.
    private static string? Refusal(SqliteConnection connection, string? by, Officer over)
    {
        if (by is null)
        {
            return "say with --by which admin does it";
        }

        (Officer? admin, string? refusal) = Find(connection, by, Role.Admin);
        return admin is null ? refusal
            : admin.Regions.Count == 0 || (over.Regions.Count > 0 && admin.CoversAll(over.Regions)) ? null
            : $"{by} is an admin of {string.Join(' ', admin.Regions)} only";
    }

    private void Note(SqliteConnection connection, string by, string action, string name, string detail) =>
        _audit.Append(connection, new AuditEntry(by, action, $"officer {name}", detail));
}
