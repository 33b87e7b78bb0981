using System.Security.Cryptography;
using EnviAgriNet.Cloud.Access.Sessions;
using EnviAgriNet.Cloud.Registry.Audit;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Access.SignIn;

/// <summary>
/// Invitations: a link with which an officer sets password and codes, the first ones or new ones after a loss. It works once, until an
/// hour that is said, and the next invitation takes its place.
/// </summary>
internal sealed class InvitationDesk(
    AccountBook accounts, SessionBook sessions, Passwords passwords, DeviceCookie devices, AuditBook audit, IOptions<AccessOptions> options,
    TimeProvider time)
{
    /// <summary>Where a link leads. What follows '#' stays in the browser: it reaches no log of a server or a proxy.</summary>
    public static string PathOf(string secret) => $"/agency/sign-in#invitation={secret}";

    /// <summary>Makes an invitation. Returns its secret, which cannot be shown again, or the refusal.</summary>
    public (string? Secret, DateTimeOffset Until, string? Refusal) Make(string name, string by)
    {
        string secret = OfficerToken.MakeBare();
        DateTimeOffset until = time.GetUtcNow() + options.Value.InvitationFor;
        string? refusal = accounts.Database.Write(c =>
        {
            if (OfficerBook.RefusalOf(c, name, by) is { } refused)
            {
                return refused;
            }

            AccountTables.SetInvitation(
                c, name, OfficerToken.HashOf(secret), accounts.Close(name, RandomNumberGenerator.GetBytes(Totp.SecretBytes)), until);
            audit.Append(c, new AuditEntry(by, "officer.invited", $"officer {name}", $"until {until:yyyy-MM-ddTHH:mm:ssZ}"));
            return null;
        });
        return refusal is null ? (secret, until, null) : (null, until, refusal);
    }

    /// <summary>The open invitation of a secret; null when there is none.</summary>
    public Invitation? Find(string secret) => accounts.Database.Read(c => Find(c, secret));

    /// <summary>
    /// Sets password and codes, ends what was open, and signs in. Returns the recovery codes, or the refusal; neither without an open
    /// invitation.
    /// </summary>
    public async Task<(IReadOnlyList<string>? Recovery, Refusal? Refusal)> AcceptAsync(string secret, string password, string code, HttpContext context)
    {
        if (Find(secret) is not { } invitation)
        {
            return (null, null);
        }

        string name = invitation.Officer.Name;
        if (Passwords.FaultOf(name, password) is { } fault)
        {
            return (null, fault);
        }

        if (Totp.Find(invitation.Secret, code.Replace(" ", string.Empty, StringComparison.Ordinal), time.GetUtcNow(), 0) is not { } step)
        {
            return (null, new Refusal(
                "this is not the code of now: scan the picture with the app, check that the phone's clock is right, and type the six digits", new("not-now")));
        }

        if (await passwords.HashAsync(password) is not { } hash)
        {
            return (null, new Refusal("too many sign in at the moment; try again", new("busy")));
        }

        IReadOnlyList<string>? recovery = accounts.Database.Write(c => Accept(c, secret, hash, step));
        if (recovery is not null)
        {
            sessions.Open(invitation.Officer, "invitation", context);
            devices.Set(context, name);
        }

        return (recovery, null);
    }

    // Looked at again inside the transaction: of two who accept at the same time one is too late.
    private IReadOnlyList<string>? Accept(SqliteConnection transaction, string secret, string hash, long step)
    {
        if (Find(transaction, secret) is not { } invitation)
        {
            return null;
        }

        string name = invitation.Officer.Name;
        AccountTables.Set(transaction, name, hash, accounts.Close(name, invitation.Secret), step, time.GetUtcNow());
        AccountTables.DeleteInvitation(transaction, name);
        IReadOnlyList<string> recovery = accounts.NewRecovery(transaction, name);
        audit.Append(transaction, new AuditEntry(name, "account.set", $"officer {name}", "password and codes, by invitation"));
        sessions.EndOthers(transaction, name, null, name, "password and codes were set anew");
        return recovery;
    }

    private Invitation? Find(SqliteConnection connection, string secret) =>
        AccountTables.FindInvitation(connection, OfficerToken.HashOf(secret)) is { } found && found.Until > time.GetUtcNow()
        && OfficerBook.Find(connection, found.Name, Role.Viewer).Officer is { } officer
            ? new Invitation(officer, accounts.Open(found.Name, found.Secret), found.Until)
            : null;
}

/// <summary>An invitation that is open.</summary>
/// <param name="Officer">For whom.</param>
/// <param name="Secret">The secret of the codes to come.</param>
/// <param name="Until">Until when.</param>
internal sealed record Invitation(Officer Officer, byte[] Secret, DateTimeOffset Until);
