using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Channels;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Subscribers;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Advisories;

/// <summary>
/// The words of advice in the queue, when a person's data are erased. They are exported with all messages.
/// </summary>
internal sealed class AdvisoryRecords : IPersonalRecords
{
    // The tables of deliveries must be there.
    public AdvisoryRecords(DeliveryBook deliveries) => ArgumentNullException.ThrowIfNull(deliveries);

    /// <inheritdoc/>
    public string Name => "advisories";

    /// <inheritdoc/>
    public JsonNode? Export(SqliteConnection transaction, IReadOnlyList<string> recipients) => null;

    /// <inheritdoc/>
    public void Erase(SqliteConnection transaction, IReadOnlyList<string> recipients, DateTimeOffset now)
    {
        foreach (string recipient in recipients)
        {
            transaction.Run(
                "UPDATE message SET text = '-' WHERE alert >= $from AND alert < $to",
                ("$from", $"advisory:{recipient}:"), ("$to", $"advisory:{recipient};"));
        }
    }

    /// <inheritdoc/>
    public IEnumerable<string> InUse(SqliteConnection transaction) => [];
}
