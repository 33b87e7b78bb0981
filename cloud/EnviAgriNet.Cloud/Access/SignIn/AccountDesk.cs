using System.Security.Cryptography;
using EnviAgriNet.Cloud.Access.Sessions;
using EnviAgriNet.Cloud.Registry.Audit;

namespace EnviAgriNet.Cloud.Access.SignIn;

/// <summary>What signed-in officers change of their own accounts. Whoever calls has had them prove again who they are.</summary>
internal sealed class AccountDesk(
    AccountBook accounts, SessionBook sessions, Passwords passwords, AuditBook audit, TimeProvider time)
{
    /// <summary>Changes the password and ends the other sessions. Returns the refusal, or null.</summary>
    public async Task<string?> SetPasswordAsync(Session session, string password)
    {
        string name = session.Officer.Name;
        if (await passwords.HashAsync(password) is not { } hash)
        {
            return "too many sign in at the moment; try again";
        }

        return accounts.Database.Write(c =>
        {
            AccountTables.SetPassword(c, name, hash, time.GetUtcNow());
            audit.Append(c, new AuditEntry(name, "account.password", $"officer {name}", string.Empty));
            sessions.EndOthers(c, name, session.Number, name, "the password was changed");
            return (string?)null;
        });
    }

    /// <summary>Makes a secret that waits for its first code; until then the one before holds.</summary>
    public byte[] NewSecret(Officer officer)
    {
        byte[] secret = RandomNumberGenerator.GetBytes(Totp.SecretBytes);
        accounts.Database.Write(c =>
        {
            AccountTables.SetNextSecret(c, officer.Name, accounts.Close(officer.Name, secret));
            return true;
        });
        return secret;
    }

    /// <summary>Puts the waiting secret in place by its first code. Returns fresh recovery codes, or null when it is not the code.</summary>
    public IReadOnlyList<string>? TakeSecret(Session session, string code) => accounts.Database.Write(c =>
    {
        string name = session.Officer.Name;
        if (accounts.Find(c, name)?.NextSecret is not { } secret
            || Totp.Find(secret, code.Replace(" ", string.Empty, StringComparison.Ordinal), time.GetUtcNow(), 0) is not { } step)
        {
            return null;
        }

        AccountTables.TakeNextSecret(c, name, step);
        audit.Append(c, new AuditEntry(name, "account.codes", $"officer {name}", "a new app gives the codes"));
        sessions.EndOthers(c, name, session.Number, name, "the codes were changed");
        return accounts.NewRecovery(c, name);
    });

    /// <summary>Makes fresh recovery codes in place of all others.</summary>
    public IReadOnlyList<string> NewRecovery(Officer officer) => accounts.Database.Write(c =>
    {
        audit.Append(c, new AuditEntry(officer.Name, "account.recovery", $"officer {officer.Name}", "new recovery codes"));
        return accounts.NewRecovery(c, officer.Name);
    });
}
