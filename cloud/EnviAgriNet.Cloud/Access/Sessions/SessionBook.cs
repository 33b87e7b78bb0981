using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Audit;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Access.Sessions;

/// <summary>
/// Which browsers officers are signed in with. A session ends by itself after a time without use and after a time in all; by signing
/// out, by its officer from another browser, by an admin, and with the officer. Safe for use by several threads and processes.
/// </summary>
internal sealed class SessionBook
{
    private static readonly object Key = new();

    private readonly RegistryDatabase _database;
    private readonly AuditBook _audit;
    private readonly AccessOptions _options;
    private readonly TimeProvider _time;

    public SessionBook(RegistryDatabase database, AuditBook audit, IOptions<AccessOptions> options, TimeProvider time)
    {
        _database = database;
        _audit = audit;
        _options = options.Value;
        _time = time;
        database.EnsureTables(OfficerTables.Schema);
        database.EnsureTables(SessionTables.Schema);
    }

    /// <summary>
    /// Signs an officer in who has proved who it is, and gives the browser its cookie. The cookie is always a new one: one that somebody
    /// put into the browser before is worth nothing afterwards, and the session that it may have stood for ends.
    /// </summary>
    /// <param name="officer">Who signs in.</param>
    /// <param name="how">One word that the audit log keeps: <c>password</c>, <c>passkey</c>, <c>openid</c>, <c>invitation</c>.</param>
    /// <param name="context">The request that is answered.</param>
    public Session Open(Officer officer, string how, HttpContext context)
    {
        Session? before = Current(context);
        string secret = OfficerToken.MakeBare();
        string agent = BrowserName.Of(context.Request.Headers.UserAgent.ToString());
        DateTimeOffset now = _time.GetUtcNow();
        Session session = _database.Write(c =>
        {
            if (before is not null)
            {
                SessionTables.Delete(c, before.Officer.Name, before.Number);
            }

            long number = SessionTables.Insert(c, OfficerToken.HashOf(secret), officer.Name, how, agent, now);
            SessionTables.Sweep(c, officer.Name, now - _options.SessionFor, now - _options.IdleAfter);
            _audit.Append(c, new AuditEntry(officer.Name, "session.opened", $"officer {officer.Name}", $"{number} by {how}: {agent}"));
            return new Session(number, officer, how, now, now, agent);
        });
        SessionCookie.Set(context, secret, _options.SessionFor);
        context.Items[Key] = session;
        return session;
    }

    /// <summary>The session of a request; null without one that is open.</summary>
    public Session? Current(HttpContext context)
    {
        if (context.Items.TryGetValue(Key, out object? known))
        {
            return known as Session;
        }

        Session? session = SessionCookie.Of(context) is { } secret ? Find(secret) : null;
        context.Items[Key] = session;
        return session;
    }

    /// <summary>The open sessions of an officer, the newest first.</summary>
    public IReadOnlyList<Session> All(Officer officer) => _database.Read(c => SessionTables.All(c, officer)).FindAll(IsOpen);

    /// <summary>Signs the request's browser out; without a session it only takes the cookie away.</summary>
    public void EndCurrent(HttpContext context)
    {
        if (Current(context) is { } session)
        {
            End(session.Officer.Name, session.Number, session.Officer.Name);
        }

        SessionCookie.Clear(context);
        context.Items[Key] = null;
    }

    /// <summary>Ends one session of an officer; whether it was open.</summary>
    public bool End(string name, long number, string by) => _database.Write(c =>
    {
        bool isEnded = SessionTables.Delete(c, name, number);
        if (isEnded)
        {
            _audit.Append(c, new AuditEntry(by, "session.ended", $"officer {name}", $"{number}"));
        }

        return isEnded;
    });

    /// <summary>Ends all sessions of an officer but one, inside a transaction: what they were opened with changed, or somebody else may have them.</summary>
    public void EndOthers(SqliteConnection transaction, string name, long? except, string by, string reason)
    {
        if (SessionTables.DeleteAll(transaction, name, except) is > 0 and int count)
        {
            _audit.Append(transaction, new AuditEntry(by, "session.ended", $"officer {name}", $"{count}: {reason}"));
        }
    }

    /// <summary>The same in a transaction of its own.</summary>
    public void EndOthers(string name, long? except, string by, string reason) => _database.Write(c =>
    {
        EndOthers(c, name, except, by, reason);
        return true;
    });

    private Session? Find(string secret)
    {
        string hash = OfficerToken.HashOf(secret);
        if (_database.Read(c => SessionTables.Find(c, hash)) is not { } session || !IsOpen(session))
        {
            return null;
        }

        DateTimeOffset now = _time.GetUtcNow();
        if (now - session.SeenAt < Limits.SeenPeriod)
        {
            return session;
        }

        _database.Write(c =>
        {
            SessionTables.SetSeen(c, session.Number, now);
            return true;
        });
        return session with { SeenAt = now };
    }

    private bool IsOpen(Session session)
    {
        DateTimeOffset now = _time.GetUtcNow();
        return now - session.OpenedAt < _options.SessionFor && now - session.SeenAt < _options.IdleAfter;
    }
}
