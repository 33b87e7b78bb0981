using EnviAgriNet.Cloud.Access;
using EnviAgriNet.Cloud.Channels;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Subscribers;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Cases;

/// <summary>
/// Calls officers when somebody needs help and nobody has taken it: at once, then together for all that came since, so that a hundred
/// calls for help are some messages and not a hundred; and again while a case stays untaken.
/// </summary>
internal sealed class DutyCalls(OfficerBook officers, IOptions<CasesOptions> options)
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(1);

    /// <summary>Queues a call when one is due, inside a transaction; the number of officers called.</summary>
    public int Step(SqliteConnection transaction, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(officers);
        long lastMs = (long?)transaction.One("SELECT MAX(at) FROM duty_call") ?? 0;
        if (now - CaseTables.Time(lastMs) < options.Value.DutyCallEvery)
        {
            return 0;
        }

        List<CaseLine> due = CaseTables.Select(
            transaction,
            "WHERE kind = 'help' AND state = 'new' AND (called_at IS NULL OR (called_at <= $again AND calls < $most)) ORDER BY opened_at DESC, id DESC",
            ("$again", CaseTables.Ms(now - options.Value.CallAgainAfter)), ("$most", Limits.CallsMax));
        if (due.Count == 0)
        {
            return 0;
        }

        transaction.Run(
            """
            UPDATE case_file SET called_at = $now, calls = calls + 1
            WHERE kind = 'help' AND state = 'new' AND (called_at IS NULL OR (called_at <= $again AND calls < $most))
            """,
            ("$now", CaseTables.Ms(now)), ("$again", CaseTables.Ms(now - options.Value.CallAgainAfter)), ("$most", Limits.CallsMax));
        long call = (long)transaction.One(
            "INSERT INTO duty_call(at, cases) VALUES($at, $cases) RETURNING id", ("$at", CaseTables.Ms(now)), ("$cases", due.Count))!;
        return Queue(transaction, call, CaseTexts.DutyCall(due.Count, due[0]), now);
    }

    private static int Queue(SqliteConnection transaction, long call, string text, DateTimeOffset now)
    {
        int called = 0;
        foreach (OfficerLine line in OfficerTables.All(transaction))
        {
            if (line is { IsActive: true, Recipient: { } recipient } && line.Officer.May(Role.Officer))
            {
                DirectMessages.Queue(
                    transaction,
                    new DirectMessage("escalation", $"help-{call}-{line.Officer.Name}", recipient, ContactChannels.Sms, text, Life, "Extreme"),
                    now);
                called++;
            }
        }

        return called;
    }
}
