using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Registry.Subscribers;

/// <summary>An area that keeps something about a person takes part in export, erasure and retention through this.</summary>
internal interface IPersonalRecords
{
    /// <summary>The name of its part in a person's export, in snake case.</summary>
    string Name { get; }

    /// <summary>What it keeps about a person; null when nothing.</summary>
    /// <param name="transaction">The caller's.</param>
    /// <param name="recipients">Under which the person is known: <c>17</c>, <c>c5</c>.</param>
    JsonNode? Export(SqliteConnection transaction, IReadOnlyList<string> recipients);

    /// <summary>Deletes it, or makes it nobody's: nothing personal stays.</summary>
    void Erase(SqliteConnection transaction, IReadOnlyList<string> recipients, DateTimeOffset now);

    /// <summary>Correspondents (<c>c5</c>) that it still needs, however long ago they were heard of.</summary>
    IEnumerable<string> InUse(SqliteConnection transaction);
}
