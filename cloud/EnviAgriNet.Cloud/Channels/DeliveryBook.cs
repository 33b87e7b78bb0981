using EnviAgriNet.Cloud.Registry;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Channels;

/// <summary>
/// The stored deliveries. All that leaves goes through <see cref="Turn"/>: outcomes of the attempts before and the claim of the next
/// ones share one durable transaction, and a claim is on disk before its call is made. Safe for use by several threads.
/// </summary>
internal sealed class DeliveryBook
{
    private readonly RegistryDatabase _database;

    public DeliveryBook(RegistryDatabase database)
    {
        _database = database;
        database.EnsureTables(DeliveryTables.Sql);
    }

    /// <summary>
    /// Takes over what was under way when the program ended. Where repeats are harmless it is sent again; otherwise its fate is
    /// unknown: it waits for its receipt until <paramref name="resendAt"/> and is then sent again, once. A crash between the call and
    /// its answer can therefore cost one repeat; the other choice would be silence, and a warning told twice is better than one not told.
    /// </summary>
    public int Recover(string channel, bool repeatsAreHarmless, DateTimeOffset now, DateTimeOffset resendAt) =>
        _database.Write(connection => repeatsAreHarmless
            ? connection.Run(
                "UPDATE delivery SET state = 'queued', next_at = $now WHERE state = 'sending' AND channel = $channel",
                ("$channel", channel),
                ("$now", Ms(now)))
            : connection.Run(
                """
                UPDATE delivery SET state = 'unknown', reason = 'stopped during the call',
                    next_at = CASE WHEN resends < $resends THEN $at END
                WHERE state = 'sending' AND channel = $channel
                """,
                ("$channel", channel),
                ("$at", Ms(resendAt)),
                ("$resends", Limits.ResendsMax)));

    /// <summary>Settles attempts and claims the next ones: the most severe first, then the oldest.</summary>
    public DeliveryTurn Turn(string channel, IReadOnlyList<SettledAttempt> settled, int most, DateTimeOffset now) =>
        _database.Write(connection =>
        {
            foreach (SettledAttempt attempt in settled)
            {
                Settle(connection, attempt, now);
            }

            List<DeliveryJob> jobs = most == 0 ? [] : Claim(connection, channel, most, now);
            long? next = (long?)connection.One(
                "SELECT MIN(next_at) FROM delivery WHERE channel = $channel AND next_at IS NOT NULL", ("$channel", channel));
            return new DeliveryTurn(jobs, next is { } ms ? DateTimeOffset.FromUnixTimeMilliseconds(ms) : null);
        });

    /// <summary>The channel is back: what waits for another attempt may go at once.</summary>
    public void RetryNow(string channel, DateTimeOffset now) => _database.Write(connection => connection.Run(
        "UPDATE delivery SET next_at = $now WHERE channel = $channel AND state = 'queued' AND next_at > $now",
        ("$channel", channel),
        ("$now", Ms(now))));

    /// <summary>What is past its time: unsent deliveries expire, and what was sent without ever a receipt stays unknown for good.</summary>
    public int Sweep(DateTimeOffset now, DateTimeOffset receiptsDueBefore) => _database.Write(connection =>
        connection.Run(
            """
            UPDATE delivery SET state = 'expired', next_at = NULL, settled_at = $now,
                reason = CASE reason WHEN '' THEN 'deadline' ELSE 'deadline; ' || reason END
            WHERE state = 'queued' AND deadline <= $now
            """,
            ("$now", Ms(now)))
        + connection.Run(
            "UPDATE delivery SET next_at = NULL WHERE state IN ('sent', 'unknown') AND deadline <= $now AND next_at IS NOT NULL",
            ("$now", Ms(now)))
        + connection.Run(
            """
            UPDATE delivery SET state = 'unknown', settled_at = $now, reason = 'no receipt by the deadline'
            WHERE state = 'sent' AND deadline <= $due AND channel NOT IN ('line', 'email', 'cbs')
            """,
            ("$now", Ms(now)),
            ("$due", Ms(receiptsDueBefore))));

    /// <summary>Wipes the words of personal messages whose time is over.</summary>
    public int Forget(DateTimeOffset now) => _database.Write(connection => DirectMessages.Forget(connection, now));

    /// <summary>How many deliveries there are in each state.</summary>
    public IReadOnlyDictionary<string, long> Counts() => _database.Read(connection =>
    {
        Dictionary<string, long> counts = Enum.GetValues<DeliveryState>().ToDictionary(state => state.Word(), _ => 0L);
        foreach ((string state, long count) in connection.List(
            "SELECT state, COUNT(*) FROM delivery GROUP BY state", row => (row.GetString(0), row.GetInt64(1))))
        {
            counts[state] = count;
        }

        return counts;
    });

    /// <summary>How many alert versions were targeted.</summary>
    public long Bulletins() => _database.Read(connection => (long)connection.One("SELECT COUNT(*) FROM bulletin")!);

    /// <summary>The newest deliveries, newest first.</summary>
    public IReadOnlyList<DeliveryLine> Newest(int count) => _database.Read(connection => connection.List(
        """
        SELECT id, alert, event, version, channel, recipient, state, attempts, queued_at, sent_at, settled_at, reason,
            gateway, receipt, part
        FROM delivery ORDER BY id DESC LIMIT $count
        """,
        DeliveryLine.Read,
        ("$count", count)));

    internal static long Ms(DateTimeOffset time) => time.ToUnixTimeMilliseconds();

    private static List<DeliveryJob> Claim(SqliteConnection connection, string channel, int most, DateTimeOffset now)
    {
        List<DeliveryJob> jobs = connection.List(
            """
            SELECT d.id, d.recipient, d.alert, m.text, m.severity, d.deadline, d.attempts + 1, d.resends + (d.state = 'unknown'), d.gateway
            FROM delivery d INDEXED BY delivery_turn JOIN message m ON m.id = d.message
            WHERE d.channel = $channel AND d.next_at IS NOT NULL AND d.next_at <= $now AND d.deadline > $now
            ORDER BY d.priority DESC, d.id LIMIT $most
            """,
            row => new DeliveryJob(
                row.GetInt64(0),
                row.GetString(1),
                row.GetString(2),
                row.GetString(3),
                row.GetString(4),
                DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(5)),
                row.GetInt32(6),
                row.GetInt32(7),
                row.IsDBNull(8) ? null : row.GetString(8)),
            ("$channel", channel),
            ("$now", Ms(now)),
            ("$most", most));
        foreach (DeliveryJob job in jobs)
        {
            connection.Run(
                "UPDATE delivery SET state = 'sending', next_at = NULL, attempts = $attempts, resends = $resends WHERE id = $id",
                ("$id", job.Id),
                ("$attempts", job.Attempts),
                ("$resends", job.Resends));
        }

        return jobs;
    }

    // A receipt can overtake the answer of the call it is about: only what is still 'sending' takes the outcome.
    private static void Settle(SqliteConnection connection, SettledAttempt attempt, DateTimeOffset now) => connection.Run(
        """
        UPDATE delivery SET state = $state, next_at = $next, reason = $reason,
            gateway = COALESCE($gateway, gateway), gateway_ref = COALESCE($ref, gateway_ref),
            sent_at = CASE WHEN $state IN ('sent', 'delivered') THEN $now ELSE sent_at END,
            settled_at = CASE WHEN $state IN ('delivered', 'failed', 'expired') THEN $now END
        WHERE id = $id AND state = 'sending'
        """,
        ("$id", attempt.Id),
        ("$state", attempt.State.Word()),
        ("$next", attempt.NextAt is { } next ? Ms(next) : null),
        ("$reason", attempt.Reason),
        ("$gateway", attempt.Gateway),
        ("$ref", attempt.GatewayRef),
        ("$now", Ms(now)));
}
