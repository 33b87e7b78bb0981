using System.CommandLine;
using System.Text.Json;
using EnviAgriNet.Cloud.Forecasts;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Commands.Forecasts;

/// <summary><c>forecast balance</c>: whether an area's harvest to come is a shortage, a balance or a surplus, with the figures it is judged by.</summary>
internal static class ForecastBalanceCommand
{
    /// <summary>Adds the command.</summary>
    public static void AddTo(Command forecast, IConsole console)
    {
        Command balance = new("balance", "judge the harvest to come of a province or the country: shortage, balance or surplus");
        Option<string> crop = new("--crop") { Description = "a crop of the yield book, such as rice", Required = true, HelpName = "CROP" };
        Option<string?> region = new("--region") { Description = "a province of two digits; the country without", HelpName = "CODE" };
        Option<double?> planted = new("--planted-rai") { Description = "the area planted now; the last published one without", HelpName = "RAI" };
        Option<double?> use = new("--usual-use-tons") { Description = "what the area uses in a year; past harvests are the measure without", HelpName = "TONS" };
        Option<bool> json = CloudCall.JsonOption();
        foreach (Option option in (Option[])[crop, region, planted, use, json])
        {
            balance.Options.Add(option);
        }

        balance.ActOnSeries(console, (call, configuration, _) =>
        {
            RegionId? place = call.GetValue(region) is { } code ? RegionId.Parse(code) : null;
            using ServiceProvider registry = CloudCall.Registry(configuration);
            ProductionBalance? found = registry.GetRequiredService<AreaBalances>().Of(
                call.GetRequiredValue(crop), place, call.GetValue(planted), call.GetValue(use));
            if (found is null)
            {
                console.Error($"fewer than {ProductionBalance.YearsMin} years with area and harvest are known of {call.GetRequiredValue(crop)} there");
                return ExitCodes.Failed;
            }

            console.Line(call.GetValue(json)
                ? JsonSerializer.SerializeToNode(found, ForecastJson.Readable.ProductionBalance)!.AsObject().ToJsonString(CloudCall.ReadableJson)
                : Text(found));
            return ExitCodes.Ok;
        });
        forecast.Subcommands.Add(balance);
    }

    private static string Text(ProductionBalance found) => FormattableString.Invariant(
        $"{found.Verdict.ToString().ToLowerInvariant()} ({(found.IsSure ? "sure" : "likely, the doubt reaches further")}): expected {found.Expected.Median:0} t ")
        + FormattableString.Invariant($"({found.Expected.Low:0} to {found.Expected.High:0}, 8 in 10); usual {found.LowUsual:0} to {found.HighUsual:0} t by ")
        + (found.IsByUse ? "the usual use" : $"the middle three fifths of {found.Years[0]} to {found.Years[^1]}")
        + $"; sources {string.Join(", ", found.Sources)}; the weather of the coming season is not in it";
}
