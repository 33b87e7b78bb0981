using System.Globalization;
using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Registry.Subscribers;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Registry.Farms;

/// <summary>A person's plots and the advice they were given, in the export and the erasure of their own data.</summary>
internal sealed class FarmRecords : IPersonalRecords
{
    // The tables must be there before anybody is exported or erased.
    public FarmRecords(RegistryDatabase database) => database.EnsureTables(FarmTables.Sql);

    /// <inheritdoc/>
    public string Name => "farm";

    /// <inheritdoc/>
    public JsonNode? Export(SqliteConnection transaction, IReadOnlyList<string> recipients)
    {
        JsonArray plots = [];
        JsonArray advice = [];
        bool isShared = false;
        foreach (long subscriber in Rows(recipients))
        {
            isShared |= transaction.One("SELECT 1 FROM farm_sharing WHERE subscriber = $id", ("$id", subscriber)) is not null;
            foreach (Plot plot in PlotBook.Of(transaction, subscriber))
            {
                plots.Add((JsonNode)PlotJson(plot));
            }

            foreach (AdviceLine line in AdviceBook.Of(transaction, subscriber))
            {
                advice.Add((JsonNode)AdviceJson(line));
            }
        }

        return plots.Count + advice.Count == 0 && !isShared
            ? null
            : new JsonObject { ["plots"] = plots, ["advice"] = advice, ["shared_with_officers"] = isShared };
    }

    /// <inheritdoc/>
    public void Erase(SqliteConnection transaction, IReadOnlyList<string> recipients, DateTimeOffset now)
    {
        foreach (long subscriber in Rows(recipients))
        {
            transaction.Run("DELETE FROM plot WHERE subscriber = $id", ("$id", subscriber));
            transaction.Run("DELETE FROM advice WHERE subscriber = $id", ("$id", subscriber));
            transaction.Run("DELETE FROM farm_sharing WHERE subscriber = $id", ("$id", subscriber));
        }
    }

    /// <inheritdoc/>
    public IEnumerable<string> InUse(SqliteConnection transaction) => [];

    /// <summary>A plot as JSON.</summary>
    public static JsonObject PlotJson(Plot plot) => new()
    {
        ["id"] = plot.Id,
        ["crop"] = plot.Crop,
        ["variety"] = plot.Variety,
        ["region"] = plot.Subdistrict.Code,
        ["planted_on"] = FarmTables.Text(plot.PlantedOn),
        ["soil"] = plot.Soil,
        ["rai"] = plot.Rai,
        ["irrigated"] = plot.IsIrrigated,
    };

    /// <summary>A piece of advice as JSON.</summary>
    public static JsonObject AdviceJson(AdviceLine line) => new()
    {
        ["id"] = line.Id,
        ["plot"] = line.Plot,
        ["kind"] = line.Kind,
        ["text"] = line.Text,
        ["asks"] = line.AsksToAct,
        ["given_at"] = line.GivenAt,
        ["done_at"] = line.DoneAt,
    };

    // Correspondents have no farm.
    private static IEnumerable<long> Rows(IReadOnlyList<string> recipients) => recipients
        .Where(recipient => long.TryParse(recipient, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        .Select(recipient => long.Parse(recipient, CultureInfo.InvariantCulture));
}
