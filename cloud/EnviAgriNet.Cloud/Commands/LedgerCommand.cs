using System.CommandLine;
using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Commands;

/// <summary><c>ledger</c>: what became of every pack, read from the file beside a running cloud.</summary>
internal static class LedgerCommand
{
    /// <summary>Adds the command.</summary>
    public static void AddTo(RootCommand root, IConsole console)
    {
        Command ledger = new("ledger", "what became of every pack: stored, late, rejected, dropped or missing");
        Option<string?> station = new("--station") { Description = "only this station", HelpName = "ID" };
        Option<bool> json = CloudCall.JsonOption();
        ledger.Options.Add(station);
        ledger.Options.Add(json);
        ledger.Act(console, (call, configuration, _) =>
            Task.FromResult(Run(configuration, call.GetValue(station), call.GetValue(json), console)));
        root.Subcommands.Add(ledger);
    }

    internal static int Run(IConfiguration configuration, string? station, bool asJson, IConsole console)
    {
        StationId? only = null;
        if (station is not null)
        {
            if (!StationId.TryParse(station, out StationId id))
            {
                console.Error($"station '{station}' is not {StationId.LengthMin} to {StationId.LengthMax} characters of a-z, 0-9 and '-'");
                return ExitCodes.Usage;
            }

            only = id;
        }

        string file = Path.Combine(CloudCall.DataFolder(configuration), ReadingStoreSetup.FileName);
        if (!File.Exists(file))
        {
            console.Error($"there is no reading store '{file}'");
            return ExitCodes.Failed;
        }

        try
        {
            List<LedgerLine> lines = LedgerReader.Read(file, only);
            LedgerTotal total = LedgerTotal.Of(lines);
            Print(lines, total, asJson, console);
            return ExitCodes.Ok;
        }
        catch (StoreException e)
        {
            console.Error($"the reading store '{file}' cannot be read: {e.Message}");
            return ExitCodes.Failed;
        }
    }

    private static void Print(List<LedgerLine> lines, LedgerTotal total, bool asJson, IConsole console)
    {
        if (asJson)
        {
            JsonObject document = new()
            {
                ["stations"] = new JsonArray([.. lines.Select(LedgerTotal.Json)]),
                ["total"] = total.Json(),
            };
            console.Line(document.ToJsonString());
            return;
        }

        console.Line(Row("station", "outbox", "last", "stored", "late", "rejected", "missing", "dropped", "repeats", "readings", "duplicate", "refused", "gone"));
        foreach (LedgerLine line in lines)
        {
            console.Line(Row(
                line.Station.Value, line.Outbox, line.LastSequence, line.PacksStored, line.PacksLate, line.PacksRejected, line.PacksMissing,
                line.PacksDropped, line.Repeats, line.ReadingsStored, line.ReadingsDuplicate, Rules(line.ReadingsRejected), line.ReadingsDropped));
        }

        console.Line(Row(
            "total", string.Empty, string.Empty, total.PacksStored, total.PacksLate, total.PacksRejected, total.PacksMissing,
            total.PacksDropped, total.Repeats, total.ReadingsStored, total.ReadingsDuplicate, Rules(total.ReadingsRejected), total.ReadingsDropped));
    }

    private static string Row(params object[] cells) =>
        $"{cells[0],-24} {cells[1],-16} " + string.Join(' ', cells[2..].Select(c => $"{c,9}"));

    private static string Rules(IReadOnlyDictionary<string, long> rules) => rules.Count == 0
        ? "0"
        : $"{rules.Values.Sum()} ({string.Join(", ", rules.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => $"{r.Key} {r.Value}"))})";
}
