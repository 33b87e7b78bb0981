using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Subscribers;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Inbox;

/// <summary>What a person wrote, in the export and the erasure of their own data.</summary>
internal sealed class InboxRecords(InboxBook inbox) : IPersonalRecords
{
    /// <inheritdoc/>
    public string Name => "messages";

    /// <inheritdoc/>
    public JsonNode? Export(SqliteConnection transaction, IReadOnlyList<string> recipients)
    {
        List<JsonNode> all = [.. recipients.SelectMany(recipient => transaction.List(
            "SELECT message, words, received_at FROM inbox WHERE recipient = $recipient ORDER BY id",
            row => (JsonNode)new JsonObject
            {
                ["received_at"] = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2)),
                ["text"] = inbox.Read(row.GetString(0), row.IsDBNull(1) ? null : (byte[])row[1]),
            },
            ("$recipient", recipient)))];
        return all.Count == 0 ? null : new JsonArray([.. all]);
    }

    /// <inheritdoc/>
    public void Erase(SqliteConnection transaction, IReadOnlyList<string> recipients, DateTimeOffset now)
    {
        foreach (string recipient in recipients)
        {
            transaction.Run(
                "UPDATE inbox SET words = NULL, words_hash = x'', recipient = '' WHERE recipient = $recipient", ("$recipient", recipient));
        }
    }

    /// <inheritdoc/>
    public IEnumerable<string> InUse(SqliteConnection transaction) =>
        transaction.List("SELECT DISTINCT recipient FROM inbox WHERE words IS NOT NULL", row => row.GetString(0));
}
