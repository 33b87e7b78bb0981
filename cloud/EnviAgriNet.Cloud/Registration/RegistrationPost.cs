using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Channels;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Subscribers;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Registration;

/// <summary>What registration does in the queues: sends codes, takes back deliveries to who stopped, tells a person what was sent.</summary>
internal sealed class RegistrationPost : IPersonalRecords
{
    private const string Kind = "code";
    private const string SecretCode = "(code)";

    // Deliveries of a person's export; more are left out, the newest stay.
    private const int ExportedMax = 1_000;

    // No alert lives longer.
    private static readonly TimeSpan QueuedAgeMax = TimeSpan.FromDays(14);

    private readonly Action _ring;

    // The queues' tables must be there before the first code.
    public RegistrationPost(DeliveryBook deliveries, IServiceProvider services)
    {
        ArgumentNullException.ThrowIfNull(deliveries);

        // A command beside the running cloud has no bells: the cloud looks by itself within a minute.
        ChannelBells? bells = services.GetService<ChannelBells>();
        _ring = () => bells?.RingAll();
    }

    /// <inheritdoc/>
    public string Name => "messages";

    /// <summary>Queues a code; it goes among the most urgent, for somebody is waiting before a page.</summary>
    public static void QueueCode(
        SqliteConnection transaction, string key, string recipient, string channel, string text, DateTimeOffset now) =>
        DirectMessages.Queue(transaction, new DirectMessage(Kind, key, recipient, channel, text, Limits.CodeLife), now);

    /// <summary>
    /// Ends the warnings that are queued for a recipient on a channel, or on all when it is null, and takes back further attempts.
    /// They are found by their alerts, so that a STOP costs the same while 200,000 others are queued. Messages that are no warnings
    /// are refused when their turn comes and the channel asks for the address.
    /// </summary>
    public static int Withdraw(SqliteConnection transaction, string recipient, string? channel, DateTimeOffset now)
    {
        // The plus signs keep the whole queue from being looked through by state: only the rows of the recipient are.
        const string Mine = """
            ($channel IS NULL OR +channel = $channel) AND +next_at IS NOT NULL AND id IN (
                SELECT d.id FROM bulletin b CROSS JOIN delivery d ON d.event = b.event AND d.version = b.version AND d.recipient = $recipient
                WHERE b.targeted_at > $since)
            """;
        (string, object?)[] parameters =
        [
            ("$recipient", recipient),
            ("$channel", channel),
            ("$now", now.ToUnixTimeMilliseconds()),
            ("$since", (now - QueuedAgeMax).ToUnixTimeMilliseconds()),
        ];
        int ended = transaction.Run(
            $"UPDATE delivery SET state = 'expired', next_at = NULL, settled_at = $now, reason = 'stopped' WHERE +state = 'queued' AND {Mine}",
            parameters);
        transaction.Run($"UPDATE delivery SET next_at = NULL WHERE $now IS NOT NULL AND {Mine}", parameters);
        return ended;
    }

    /// <summary>Something was queued: called after the commit.</summary>
    public void Ring() => _ring();

    /// <inheritdoc/>
    public JsonNode? Export(SqliteConnection transaction, IReadOnlyList<string> recipients)
    {
        List<JsonNode> rows = [];
        foreach (string recipient in recipients)
        {
            rows.AddRange(transaction.List<JsonNode>(
                """
                SELECT d.alert, d.channel, d.part, d.state, d.reason, d.queued_at, d.sent_at, d.settled_at, m.text
                FROM delivery d JOIN message m ON m.id = d.message WHERE d.recipient = $recipient ORDER BY d.id DESC LIMIT $most
                """,
                row => new JsonObject
                {
                    ["message"] = row.GetString(0),
                    ["channel"] = row.GetString(1),
                    ["part"] = row.GetInt32(2),
                    ["state"] = row.GetString(3),
                    ["reason"] = row.GetString(4),
                    ["queued_at"] = Time(row, 5),
                    ["sent_at"] = Time(row, 6),
                    ["settled_at"] = Time(row, 7),
                    ["text"] = row.GetString(0).StartsWith("code:", StringComparison.Ordinal) ? SecretCode : row.GetString(8),
                },
                ("$recipient", recipient),
                ("$most", ExportedMax)));
        }

        return rows.Count == 0 ? null : new JsonArray([.. rows]);
    }

    /// <inheritdoc/>
    public void Erase(SqliteConnection transaction, IReadOnlyList<string> recipients, DateTimeOffset now)
    {
        foreach (string recipient in recipients)
        {
            Withdraw(transaction, recipient, null, now);
        }
    }

    /// <inheritdoc/>
    public IEnumerable<string> InUse(SqliteConnection transaction) => [];

    private static DateTimeOffset? Time(SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));
}
