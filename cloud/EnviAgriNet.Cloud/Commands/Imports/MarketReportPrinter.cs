using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Imports.Reports;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Commands.Imports;

/// <summary>Prints the report of an import for a person, or as JSON.</summary>
internal static class MarketReportPrinter
{
    /// <summary>Prints a report: refused rows to standard error, the rest to standard output.</summary>
    public static void Print(MarketReport report, bool json, IConsole console)
    {
        if (json)
        {
            console.Line(Json(report).ToJsonString(CloudCall.ReadableJson));
            return;
        }

        foreach (Refusal refusal in report.Log.Refused)
        {
            console.Error(refusal.ToString());
        }

        if (report.Log.RefusedCount > report.Log.Refused.Count)
        {
            console.Error($"… and {report.Log.RefusedCount - report.Log.Refused.Count} more");
        }

        console.Line($"{report.Name}: {report.Form}, source {report.Source}{(report.IsTrial ? ", nothing was kept (--dry-run)" : string.Empty)}");
        console.Line($"taken: {report.Figures} figures of {report.Log.RowsTaken} rows; {report.Counts.Added} added, {report.Counts.Updated} changed (next version), "
            + $"{report.Counts.Unchanged} there already; {report.Log.Repeated} repeated within the file; {report.Log.RefusedCount} refused");
        Print("corrected", report.Log.Corrected, console);
        Print("no quote", report.Log.NoQuote, console);
        Print("left out", report.Log.LeftOut, console);
    }

    /// <summary>Prints that a file was refused as a whole.</summary>
    public static void PrintRefused(string file, string reason, bool json, IConsole console)
    {
        if (json)
        {
            console.Line(new JsonObject { ["file"] = file, ["refusedFile"] = reason }.ToJsonString(CloudCall.ReadableJson));
        }
        else
        {
            console.Error($"{Path.GetFileName(file)} is refused, nothing of it was kept: {reason}");
        }
    }

    private static void Print(string title, IReadOnlyList<Tally> tallies, IConsole console)
    {
        foreach (Tally tally in tallies)
        {
            console.Line($"{title}: {tally.What}: {tally.Count} (first {string.Join(", ", tally.Places)})");
        }
    }

    private static JsonObject Json(MarketReport report) => new()
    {
        ["file"] = report.Name,
        ["format"] = report.Form,
        ["source"] = report.Source,
        ["dryRun"] = report.IsTrial,
        ["rowsTaken"] = report.Log.RowsTaken,
        ["figures"] = report.Figures,
        ["added"] = report.Counts.Added,
        ["changed"] = report.Counts.Updated,
        ["unchanged"] = report.Counts.Unchanged,
        ["repeated"] = report.Log.Repeated,
        ["corrected"] = Json(report.Log.Corrected),
        ["noQuote"] = Json(report.Log.NoQuote),
        ["leftOut"] = Json(report.Log.LeftOut),
        ["refusedCount"] = report.Log.RefusedCount,
        ["refused"] = new JsonArray([.. report.Log.Refused.Select(r => new JsonObject
        {
            ["sheet"] = r.Sheet,
            ["row"] = r.Row,
            ["cell"] = r.Cell,
            ["reason"] = r.Reason,
        })]),
    };

    private static JsonArray Json(IReadOnlyList<Tally> tallies) => new([.. tallies.Select(t => new JsonObject
    {
        ["what"] = t.What,
        ["count"] = t.Count,
        ["first"] = new JsonArray([.. t.Places.Select(p => (JsonNode)p)]),
    })]);
}
