using EnviAgriNet.Cloud.Access;
using EnviAgriNet.Cloud.Regions;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Alerts.Release;

/// <summary>Puts versions out, always inside the caller's transaction: those that waited, and those that officers make of earlier ones.</summary>
internal sealed class AlertIssuer(HoldBook holds, NetworkClock clock, TimeProvider time, IOptions<AlertsOptions> options)
{
    private bool IsExercise => clock.Mode == NetworkTimeMode.Replay;

    /// <summary>Network time, to the second. A command beside a replay has it from how far the measurements reach.</summary>
    public DateTimeOffset Now(SqliteConnection transaction)
    {
        DateTimeOffset now = clock.Now ?? AlertTables.JudgedUntil(transaction) ?? time.GetUtcNow();
        return DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds());
    }

    /// <summary>
    /// Sends a version that waited. Its document gets the references and the time of this moment, and it becomes the newest version
    /// where another one went out meanwhile: nobody has seen it under its old number.
    /// </summary>
    public AlertVersion Send(SqliteConnection transaction, AlertVersion held, HoldOutcome outcome, string actor, string why)
    {
        DateTimeOffset now = Now(transaction);
        EventHistory history = HoldTables.History(transaction, held.EventId);
        AlertVersion sent = held with
        {
            Version = history.Last?.Version > held.Version ? history.Next : held.Version,
            Type = history.Replaced.Count == 0 ? "Alert" : "Update",
            State = AlertState.Released,
            SentAt = now,
            ExpiresAt = history.Told?.ExpiresAt > held.ExpiresAt ? history.Told.ExpiresAt : held.ExpiresAt,
        };
        sent = sent with { CapXml = CapRevision.Issue(sent, history.Replaced, IsExercise, note: null) };
        AlertTables.Update(transaction, sent);
        HoldTables.Settle(transaction, held.Identifier, outcome, now);
        holds.Note(transaction, actor, "alert.released", sent, $"{outcome}: {why}");
        foreach (AlertVersion other in history.Pending.Where(p =>
            p.Identifier != held.Identifier && Severities.Rank(p.Severity) <= Severities.Rank(held.Severity)))
        {
            holds.Close(transaction, other, HoldOutcome.Overtaken, actor, $"by version {sent.Version}", now);
        }

        return sent;
    }

    /// <summary>A new version after an earlier one of its event; it is not stored yet.</summary>
    public AlertVersion After(SqliteConnection transaction, AlertVersion earlier)
    {
        DateTimeOffset now = Now(transaction);
        return earlier with
        {
            Identifier = AlertTables.NewIdentifier(transaction, options.Value.AuthorityOid, now),
            Version = HoldTables.History(transaction, earlier.EventId).Next,
            Type = "Update",
            State = AlertState.Released,
            SentAt = now,
            Siren = false,
            Pages = true,
        };
    }

    /// <summary>How many persons a version that an officer made still needs.</summary>
    public static int MissingOf(AlertVersion entered, ReleasePlan plan, Officer by) =>
        entered.State == AlertState.Draft ? plan.Persons - (by.May(Role.Releaser) ? 1 : 0) : 0;

    /// <summary>
    /// Stores a version that an officer made: it goes out at once, or waits for whoever else is needed. The officer's own order counts
    /// as a yes where the officer may release.
    /// </summary>
    public AlertVersion Enter(
        SqliteConnection transaction, AlertVersion made, ReleasePlan plan, Officer by, string action, string reason)
    {
        EventHistory history = HoldTables.History(transaction, made.EventId);
        bool isHeld = plan.Persons > (by.May(Role.Releaser) ? 1 : 0);
        AlertVersion version = made with
        {
            State = isHeld ? AlertState.Draft : AlertState.Released,
            Type = made.Type != "Update" || history.Replaced.Count > 0 ? made.Type : "Alert",
        };
        version = AlertTables.Insert(
            transaction, version with { CapXml = CapRevision.Issue(version, history.Replaced, IsExercise, reason) });
        holds.Note(transaction, by.Name, action, version, reason);
        if (!isHeld)
        {
            return version;
        }

        DateTimeOffset now = Now(transaction);
        holds.Draft(transaction, version, plan, by.Name, reason, now);
        if (by.May(Role.Releaser))
        {
            HoldTables.Approve(transaction, version.Identifier, by.Name, now);
        }

        return version;
    }
}
