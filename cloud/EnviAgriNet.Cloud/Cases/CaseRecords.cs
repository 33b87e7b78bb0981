using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Subscribers;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Cases;

/// <summary>
/// A person's cases and answers in the export and the erasure of their own data. What is erased leaves the case itself, without words,
/// place and number, for the count.
/// </summary>
internal sealed class CaseRecords(CaseBook cases) : IPersonalRecords
{
    /// <inheritdoc/>
    public string Name => "cases";

    /// <inheritdoc/>
    public JsonNode? Export(SqliteConnection transaction, IReadOnlyList<string> recipients)
    {
        JsonArray all = [];
        foreach (CaseLine file in recipients.SelectMany(recipient => Of(transaction, recipient)))
        {
            all.Add((JsonNode)new JsonObject
            {
                ["number"] = file.Number,
                ["kind"] = file.Kind,
                ["state"] = file.State.Word(),
                ["opened_at"] = file.OpenedAt,
                ["words"] = new JsonArray([.. cases.Steps(transaction, file).Where(s => s.What is "opened" or "wrote" && s.Details is not null)
                    .Select(s => (JsonNode)s.Details!.Text)]),
            });
        }

        return all.Count == 0 ? null : all;
    }

    /// <inheritdoc/>
    public void Erase(SqliteConnection transaction, IReadOnlyList<string> recipients, DateTimeOffset now)
    {
        foreach (string recipient in recipients)
        {
            foreach (CaseLine file in Of(transaction, recipient))
            {
                transaction.Run("UPDATE case_step SET details = NULL WHERE case_id = $id", ("$id", file.Id));
                transaction.Run("UPDATE case_file SET recipient = NULL, place = NULL WHERE id = $id", ("$id", file.Id));
            }

            // Answers to a question are counts; whose they were is forgotten.
            if (transaction.One("SELECT 1 FROM sqlite_master WHERE name = 'survey_question'") is not null)
            {
                transaction.Run(
                    "UPDATE survey_question SET recipient = 'x' || hex(randomblob(8)) WHERE recipient = $recipient", ("$recipient", recipient));
            }
        }
    }

    /// <inheritdoc/>
    public IEnumerable<string> InUse(SqliteConnection transaction) => transaction.List(
        "SELECT DISTINCT recipient FROM case_file WHERE recipient IS NOT NULL", row => row.GetString(0));

    private static List<CaseLine> Of(SqliteConnection transaction, string recipient) =>
        CaseTables.Select(transaction, "WHERE recipient = $recipient ORDER BY id", ("$recipient", recipient));
}
