using EnviAgriNet.Cloud.Registry;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Channels;

/// <summary>
/// Messages to one person that are no alerts: answers, codes, calls to officers on duty. They take the same durable queue, rate, retry
/// and receipts as warnings.
/// </summary>
internal static class DirectMessages
{
    /// <summary>The statement of <see cref="Forget"/>; an index holds just the messages that it may be about.</summary>
    internal const string ForgetSql = """
        UPDATE message SET text = '-'
        WHERE text <> '-' AND substr(alert, 1, instr(alert, ':')) IN ('reply:', 'case:', 'code:')
            AND NOT EXISTS (
                SELECT 1 FROM delivery d WHERE d.alert = message.alert AND (d.deadline > $now OR d.state IN ('queued', 'sending')))
        """;

    /// <summary>
    /// Queues a message inside the caller's transaction; a repeat of the same kind and key queues nothing and returns false. Ring
    /// <see cref="ChannelBells"/> after the commit.
    /// </summary>
    public static bool Queue(SqliteConnection transaction, DirectMessage message, DateTimeOffset now)
    {
        string name = $"{message.Kind}:{message.Key}";
        if (transaction.Run(
            "INSERT OR IGNORE INTO message(alert, audience, text, severity) VALUES ($name, 'sms:-', $text, $severity)",
            ("$name", name),
            ("$text", message.Text),
            ("$severity", message.Severity)) == 0)
        {
            return false;
        }

        transaction.Run(
            """
            INSERT INTO delivery(event, version, alert, recipient, channel, message, priority, state, next_at, deadline, queued_at)
            SELECT $name, 1, $name, $recipient, $channel, id, $priority, 'queued', $now, $deadline, $now
            FROM message WHERE alert = $name
            """,
            ("$name", name),
            ("$recipient", message.Recipient),
            ("$channel", message.Channel),
            ("$priority", TargetingPolicy.Priority(message.Severity) + TargetingPolicy.FirstPart),
            ("$now", DeliveryBook.Ms(now)),
            ("$deadline", DeliveryBook.Ms(now + message.Life)));
        return true;
    }

    /// <summary>
    /// Wipes the words of answers, cases and codes that nobody is sent any more: they are personal, and lie in clear in the queue alone.
    /// How many there were.
    /// </summary>
    public static int Forget(SqliteConnection transaction, DateTimeOffset now) => transaction.Run(ForgetSql, ("$now", DeliveryBook.Ms(now)));
}

/// <summary>One such message.</summary>
/// <param name="Kind"><c>reply</c>, <c>code</c>, <c>escalation</c>, <c>case</c> or <c>satisfaction</c>.</param>
/// <param name="Key">What makes it one message within its kind.</param>
/// <param name="Recipient">As <see cref="Registry.Subscribers.RecipientBook"/> has it: <c>17</c> or <c>c5</c>.</param>
/// <param name="Channel">One of the people's channels.</param>
/// <param name="Text">What to send.</param>
/// <param name="Life">After this long it is not sent any more.</param>
/// <param name="Severity">A CAP severity: it goes among warnings of the same.</param>
internal sealed record DirectMessage(
    string Kind, string Key, string Recipient, string Channel, string Text, TimeSpan Life, string Severity = "Moderate");
