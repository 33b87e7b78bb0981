using EnviAgriNet.Cloud.Access.Sessions;
using EnviAgriNet.Cloud.Registry.Audit;

namespace EnviAgriNet.Cloud.Access.SignIn;

/// <summary>
/// Signing in by name, password and code, all three at once: no answer, and no time it takes, says which of them was wrong or whether
/// there is such an officer.
/// </summary>
internal sealed partial class SignInDesk(
    OfficerBook officers, AccountBook accounts, SessionBook sessions, Passwords passwords, NameLocks locks, DeviceCookie devices,
    FailureCounts failures, AuditBook audit, ILogger<SignInDesk> logger)
{
    /// <summary>Signs an officer in; the answer has the officer only when all is right.</summary>
    public async Task<SignInAnswer> SignInAsync(string typedName, string password, string code, HttpContext context)
    {
        string name = typedName.Trim().ToLowerInvariant();
        string? device = devices.MarkOf(context, name);
        string key = device ?? (Officer.IsName(name) ? name : "?");
        if (device is null && failures.IsBlocked(context.Connection.RemoteIpAddress))
        {
            return SignInAnswer.Wait(Limits.FailurePeriod);
        }

        if (locks.Begin(key, out bool isStarting) is { } wait)
        {
            return SignInAnswer.Wait(wait);
        }

        Officer? officer = officers.Find(name, Role.Viewer).Officer;
        if (await passwords.IsRightAsync(officer is null ? null : accounts.Find(name)?.Password, password) is not { } isRight)
        {
            return SignInAnswer.Wait(TimeSpan.FromSeconds(5));
        }

        CodeKind kind = accounts.Database.Write(c =>
        {
            CodeKind used = accounts.UseCode(c, name, code, isRight);
            NoteIn(c, officer, used, isStarting);
            return used;
        });
        if (officer is null || kind == CodeKind.None)
        {
            failures.OnFailed(context.Connection.RemoteIpAddress);
            LogRefused(officer?.Name ?? "nobody of ours", context.Connection.RemoteIpAddress?.ToString() ?? "nowhere");
            return SignInAnswer.Wrong;
        }

        locks.OnRight(key);
        sessions.Open(officer, kind == CodeKind.Recovery ? "recovery" : "password", context);
        devices.Set(context, name);
        return new SignInAnswer(officer, null);
    }

    /// <summary>
    /// Whether a signed-in officer has proved again who it is, before what locks others out or lets others in. Null when it is; a wait
    /// where it was tried too often.
    /// </summary>
    public async Task<SignInAnswer?> ProveAsync(Officer officer, string password, string code)
    {
        string key = $"again {officer.Name}";
        if (locks.Begin(key, out _) is { } wait)
        {
            return SignInAnswer.Wait(wait);
        }

        if (await passwords.IsRightAsync(accounts.Find(officer.Name)?.Password, password) is not { } isRight)
        {
            return SignInAnswer.Wait(TimeSpan.FromSeconds(5));
        }

        if (accounts.Database.Write(c => accounts.UseCode(c, officer.Name, code, isRight)) == CodeKind.None)
        {
            return SignInAnswer.Wrong;
        }

        locks.OnRight(key);
        return null;
    }

    // A refusal of its own each would let a stranger fill the log for ever; where guessing begins is enough.
    private void NoteIn(Microsoft.Data.Sqlite.SqliteConnection transaction, Officer? officer, CodeKind used, bool isStarting)
    {
        if (officer is not null && used == CodeKind.Recovery)
        {
            audit.Append(transaction, new AuditEntry(officer.Name, "recovery.used", $"officer {officer.Name}", string.Empty));
        }
        else if (officer is not null && used == CodeKind.None && isStarting)
        {
            audit.Append(transaction, new AuditEntry(
                AuditEntry.System, "session.refused", $"officer {officer.Name}", $"{SignInLimits.TriesFree} wrong tries; further ones have to wait"));
        }
    }

    [LoggerMessage(4760, LogLevel.Warning, "Sign-in as {Officer} from {Address} was refused")]
    private partial void LogRefused(string officer, string address);
}

/// <summary>What came of a sign-in.</summary>
/// <param name="Officer">Who is signed in; null when nobody is.</param>
/// <param name="RetryAfter">How long to wait with the next try, where that is why.</param>
internal sealed record SignInAnswer(Officer? Officer, TimeSpan? RetryAfter)
{
    /// <summary>Something of it is not right.</summary>
    public static SignInAnswer Wrong { get; } = new(null, null);

    /// <summary>Too often.</summary>
    public static SignInAnswer Wait(TimeSpan wait) => new(null, wait);
}
