using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Registry.Subscribers;

/// <summary>What the subscribers need of the channels, which stand above the registry.</summary>
internal interface ISubscriberPost
{
    /// <summary>Queues a code; a repeat under the same key queues nothing.</summary>
    void QueueCode(SqliteConnection transaction, string key, string recipient, string channel, string text, DateTimeOffset now);

    /// <summary>
    /// Ends what is queued for a recipient and takes back further attempts.
    /// </summary>
    /// <param name="transaction">The caller's.</param>
    /// <param name="recipient">As the <see cref="RecipientBook"/> has it.</param>
    /// <param name="channel">Of one channel only; null for all.</param>
    /// <param name="now">The machine's clock.</param>
    /// <returns>How many deliveries ended.</returns>
    int Withdraw(SqliteConnection transaction, string recipient, string? channel, DateTimeOffset now);

    /// <summary>What was sent to recipients, for the person to see.</summary>
    JsonArray Deliveries(SqliteConnection transaction, IReadOnlyList<string> recipients);

    /// <summary>Wipes the text of codes that cannot be answered any more.</summary>
    int ForgetCodes(SqliteConnection transaction, DateTimeOffset now);

    /// <summary>Something was queued: called after the commit.</summary>
    void Ring(string channel);
}
