using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Commands;

/// <summary>Reads a file for an import and prints what it did.</summary>
internal static class ImportPrinter
{
    /// <summary>Imports a file; 1 when a row was refused, 2 when there is no such file.</summary>
    public static int Run(FileInfo file, bool json, IConsole console, Func<TextReader, ImportReport> import)
    {
        if (!file.Exists)
        {
            console.Error($"'{file.FullName}' is no file");
            return ExitCodes.Usage;
        }

        using StreamReader reader = file.OpenText();
        ImportReport report = import(reader);
        if (json)
        {
            console.Line(Json(report));
        }
        else
        {
            foreach (RowFault fault in report.Faults)
            {
                console.Error(fault.ToString());
            }

            console.Line($"{report.Added} added, {report.Updated} updated, {report.Unchanged} unchanged, {report.Faults.Count} refused");
        }

        return report.Faults.Count == 0 ? ExitCodes.Ok : ExitCodes.Failed;
    }

    private static string Json(ImportReport report)
    {
        JsonArray faults = [.. report.Faults.Select(fault => (JsonNode)new JsonObject
        {
            ["row"] = fault.Row,
            ["column"] = fault.Column,
            ["reason"] = fault.Reason,
        })];
        return new JsonObject
        {
            ["added"] = report.Added,
            ["updated"] = report.Updated,
            ["unchanged"] = report.Unchanged,
            ["refused"] = faults,
        }.ToJsonString();
    }
}
