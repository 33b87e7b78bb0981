using System.CommandLine;
using EnviAgriNet.Cloud.Fields;
using EnviAgriNet.Core.Crops.Outlook.Yields;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Commands.Crops;

/// <summary><c>crop yield-backtest</c>: how good the yield outlook of provinces would have been, year by year, and in a year of flood.</summary>
internal static class YieldBacktestCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Make(IConsole console)
    {
        Command backtest = new("yield-backtest", "forecast every past year of every province from the years before it alone, beside last year's figures and the mean");
        Option<string> crop = new("--crop") { Description = "the crop, default rice", DefaultValueFactory = _ => "rice", HelpName = "CODE" };
        Option<string?> yields = new("--yields") { Description = "a CSV: region, year, planted_rai, harvested_rai, tons; default the registry (import yields)", HelpName = "FILE" };
        Option<string?> rain = new("--rain") { Description = "a CSV: region, year, month, mm; default the registry (climate import), with --yields none", HelpName = "FILE" };
        Option<int> from = new("--from") { Description = "the first year to forecast, A.D.", DefaultValueFactory = _ => 1900, HelpName = "YEAR" };
        Option<int> to = new("--to") { Description = "the last year to forecast, A.D.", DefaultValueFactory = _ => 2200, HelpName = "YEAR" };
        Option<int> flood = new("--flood") { Description = "the year that is shown by itself, default 2011", DefaultValueFactory = _ => 2011, HelpName = "YEAR" };
        Option<bool> markdown = new("--markdown") { Description = "print the tables of the document" };
        Option<bool> json = CloudCall.JsonOption();
        foreach (Option option in (ReadOnlySpan<Option>)[crop, yields, rain, from, to, flood, markdown, json])
        {
            backtest.Options.Add(option);
        }

        backtest.Act(console, async (call, configuration, _) =>
        {
            await using ServiceProvider services = PlotOutlook.Services(configuration, null);
            AreaOutlooks book = services.GetRequiredService<AreaOutlooks>();
            IReadOnlyDictionary<string, IReadOnlyList<YieldYear>> areas = call.GetValue(yields) is { } file
                ? YieldFiles.Areas(file, console)
                : book.Histories(call.GetRequiredValue(crop));
            AreaRain water = call.GetValue(rain) is { } rainFile
                ? new AreaRain(YieldFiles.Rain(rainFile, console).Select(r => (r.Key.Region, r.Key.Year, r.Key.Month, r.Value)))
                : call.GetValue(yields) is null ? book.Rain() : new AreaRain([]);
            IReadOnlyList<YieldTrial> trials = YieldBacktest.Run(areas, water.Of, call.GetValue(from), call.GetValue(to));
            if (trials.Count == 0)
            {
                console.Error($"no province has {YieldBacktest.YearsMin} years before a year from {call.GetValue(from)} to {call.GetValue(to)}; import yields first, or give --yields");
                return ExitCodes.Failed;
            }

            new YieldBacktestPrinter(trials, call.GetValue(flood)).Print(console, call.GetValue(json), call.GetValue(markdown));
            return ExitCodes.Ok;
        });
        return backtest;
    }
}
