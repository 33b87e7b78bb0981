using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Access;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Subscribers;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Registration;

/// <summary>Officers are called at correspondents' addresses: those are kept however long nobody called.</summary>
internal sealed class OfficerNumbers : IPersonalRecords
{
    // The officers' table must be there.
    public OfficerNumbers(OfficerBook officers) => ArgumentNullException.ThrowIfNull(officers);

    /// <inheritdoc/>
    public string Name => "officer";

    /// <inheritdoc/>
    public JsonNode? Export(SqliteConnection transaction, IReadOnlyList<string> recipients) => null;

    /// <inheritdoc/>
    public void Erase(SqliteConnection transaction, IReadOnlyList<string> recipients, DateTimeOffset now)
    {
        // An officer who leaves is disabled, and the number goes with that; being a subscriber is another matter.
    }

    /// <inheritdoc/>
    public IEnumerable<string> InUse(SqliteConnection transaction) => transaction.List(
        "SELECT recipient FROM officer WHERE recipient IS NOT NULL", row => row.GetString(0));
}
