using System.CommandLine;
using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Hazards;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Commands.Backtest;

/// <summary>
/// <c>hazard backtest</c>: what a rule would have raised on readings of the past, when, for how long, and how long before a level was
/// reached. Works beside a running cloud and changes nothing in it.
/// </summary>
internal static class BacktestCommand
{
    /// <summary>Adds the command.</summary>
    public static void AddTo(Command hazard, IConsole console)
    {
        Command backtest = new("backtest", "try a rule on readings of the past: what it would have raised, when, for how long, and its lead time");
        BacktestOptions options = new();
        options.AddTo(backtest);
        backtest.Act(console, async (call, configuration, _) =>
        {
            try
            {
                return await RunAsync(options, call, configuration, console);
            }
            catch (BacktestFault fault)
            {
                console.Error(fault.Message);
                return ExitCodes.Usage;
            }
            catch (StoreException e)
            {
                console.Error($"the reading store cannot be read: {e.Message}");
                return ExitCodes.Failed;
            }
        });
        hazard.Subcommands.Add(backtest);
    }

    /// <summary>Tries a rule on stored readings, and notes for a rule of the registry that it was tried. The result as JSON.</summary>
    /// <param name="options">The options.</param>
    /// <param name="parsed">What they were given.</param>
    /// <param name="configuration">The settings of the cloud whose readings they are.</param>
    /// <param name="console">Where progress is told.</param>
    /// <param name="by">The officer who tries it.</param>
    public static async Task<JsonObject> TryAsync(
        BacktestOptions options, ParseResult parsed, IConfiguration configuration, IConsole console, string by)
    {
        (BacktestPrinter printer, BacktestReport report, RecordedCounts? counts) = await FindAsync(options, parsed, configuration, console, by, isOfficer: true);
        return printer.Json(report, counts);
    }

    private static async Task<int> RunAsync(BacktestOptions options, ParseResult parsed, IConfiguration configuration, IConsole console)
    {
        (BacktestPrinter printer, BacktestReport report, RecordedCounts? counts) =
            await FindAsync(options, parsed, configuration, console, Environment.UserName, isOfficer: false);
        printer.Print(report, counts);
        return ExitCodes.Ok;
    }

    private static async Task<(BacktestPrinter Printer, BacktestReport Report, RecordedCounts? Counts)> FindAsync(
        BacktestOptions options, ParseResult parsed, IConfiguration configuration, IConsole console, string by, bool isOfficer)
    {
        BacktestCall call = BacktestCall.Read(options, parsed);
        await using ServiceProvider? registry = HasRegistry(configuration) ? CloudCall.Registry(configuration) : null;
        HazardRuleBook? book = registry?.GetRequiredService<HazardRuleBook>();
        BacktestRule rule = BacktestRule.Find(parsed.GetRequiredValue(options.Rule), (id, version) => book?.Find(id, version)?.Rule);
        BacktestTrial trial = new(rule, call, console);
        (IReadOnlyList<TriedPlace> places, RecordedCounts? counts) = call.Table is { } table
            ? trial.OnTable(table)
            : (OnStore(trial, rule, call, configuration, registry?.GetRequiredService<StationBook>(), console), null);
        BacktestReport report = BacktestReport.Of(places, call.Level, call.Within);
        BacktestPrinter printer = new(console, rule, call);
        if (rule.IsOfRegistry)
        {
            book!.MarkTried(rule.Id, rule.Version, printer.Found(report), by, isOfficer);
        }

        return (printer, report, counts);
    }

    private static bool HasRegistry(IConfiguration configuration) =>
        File.Exists(Path.Combine(CloudCall.DataFolder(configuration), RegistrySetup.FileName));

    private static IReadOnlyList<TriedPlace> OnStore(
        BacktestTrial trial, BacktestRule rule, BacktestCall call, IConfiguration configuration, StationBook? stations, IConsole console)
    {
        if (call.From is not { } from || call.To is not { } to)
        {
            throw new BacktestFault("stored readings are tried over a span: give --from and --to, or --csv FILE");
        }

        string file = Path.Combine(CloudCall.DataFolder(configuration), ReadingStoreSetup.FileName);
        if (!File.Exists(file) || stations is null)
        {
            throw new BacktestFault($"there is no reading store '{file}' with a registry beside it");
        }

        IReadOnlyDictionary<StationId, Site> sites = SitesOf(stations, rule, call);
        using ReadingsReader reader = new(file, (table, key) => console.Error($"a damaged row of {table} is left out: {key}"));
        List<string> quantities = [.. reader.Series.Where(s => sites.ContainsKey(s.Station)).Select(s => s.Name.Quantity.Code).Distinct()];
        trial.RequireQuantities(quantities);
        StoredTrial stored = new(reader, sites.GetValueOrDefault, trial.IsWanted, console);
        IReadOnlyList<TriedPlace> places = trial.NewRun().Try(stored.Readings(from - quantities.Max(rule.MemoryOf), to));
        return places.Count > 0 ? places : throw new BacktestFault("there is no stored reading from --from to --to");
    }

    // Stations outside the rule's scope still bear witness as neighbours only by their own rule, so they have no part here.
    private static Dictionary<StationId, Site> SitesOf(StationBook book, BacktestRule rule, BacktestCall call)
    {
        foreach (StationId asked in call.Stations)
        {
            if (book.Find(asked) is null)
            {
                throw new BacktestFault($"--station '{asked}' is not registered");
            }
        }

        Dictionary<StationId, Site> sites = book.All
            .Where(s => call.Stations.Count == 0 || call.Stations.Contains(s.Id))
            .Select(s => s.ToSite() with { BankLevel = call.Bank ?? s.BankLevel, GroundLevel = call.Ground ?? s.GroundLevel })
            .Where(rule.AppliesTo).ToDictionary(s => s.Station);
        if (sites.Count == 0)
        {
            throw new BacktestFault($"rule {rule.Name} applies at none of the registered stations");
        }

        return (call.Bank ?? call.Ground) is not null && sites.Count > 1
            ? throw new BacktestFault("--bank and --ground are of one river: choose its --station")
            : sites;
    }
}
