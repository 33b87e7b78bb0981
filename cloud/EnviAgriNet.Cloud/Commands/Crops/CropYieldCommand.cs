using System.CommandLine;
using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Fields;
using EnviAgriNet.Cloud.Registry.Places;
using EnviAgriNet.Core.Crops.Outlook.Yields;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Commands.Crops;

/// <summary><c>crop yield</c>: expected yield and production by province.</summary>
internal static class CropYieldCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Make(IConsole console)
    {
        Command yield = new("yield", "expected yield and production of provinces from their own history (import yields) and the rain up to September (climate import)");
        Option<string> crop = new("--crop") { Description = "the crop, default rice", DefaultValueFactory = _ => "rice", HelpName = "CODE" };
        Option<string?> region = new("--region") { Description = "one province, 2 digits", HelpName = "CODE" };
        Option<int?> year = new("--year") { Description = "the crop year A.D.; default the one after the last that is known", HelpName = "YEAR" };
        Option<bool> json = CloudCall.JsonOption();
        foreach (Option option in (ReadOnlySpan<Option>)[crop, region, year, json])
        {
            yield.Options.Add(option);
        }

        yield.Act(console, async (call, configuration, _) =>
        {
            RegionId? only = call.GetValue(region) is { } code ? RegionId.Parse(code) : null;
            await using ServiceProvider services = PlotOutlook.Services(configuration, null);
            IReadOnlyList<(RegionId Province, YieldForecast Forecast)> all =
                services.GetRequiredService<AreaOutlooks>().Of(call.GetRequiredValue(crop), call.GetValue(year));
            Print([.. all.Where(a => only is null || a.Province == only)], console, call.GetValue(json));
            return ExitCodes.Ok;
        });
        return yield;
    }

    private static void Print(IReadOnlyList<(RegionId Province, YieldForecast Forecast)> all, IConsole console, bool asJson)
    {
        if (asJson)
        {
            console.Line(new JsonArray([.. all.Select(a => Json(a.Province, a.Forecast))]).ToJsonString(CloudCall.ReadableJson));
            return;
        }

        foreach ((RegionId province, YieldForecast f) in all)
        {
            console.Line(FormattableString.Invariant(
                $"{province}\t{ProvinceNames.Of(province)?.NameTh}\t{f.Year}\t{f.Median:0} kg/rai ({f.Low:0} to {f.High:0})\t{f.TonsMedian:0} t ({f.TonsLow:0} to {f.TonsHigh:0})\tharvested {f.HarvestedShare:P0}"));
        }
    }

    private static JsonObject Json(RegionId province, YieldForecast forecast) => new()
    {
        ["region"] = province.Code,
        ["year"] = forecast.Year,
        ["low_kg_per_rai"] = Math.Round(forecast.Low, 1),
        ["median_kg_per_rai"] = Math.Round(forecast.Median, 1),
        ["high_kg_per_rai"] = Math.Round(forecast.High, 1),
        ["planted_rai"] = forecast.PlantedRai,
        ["harvested_share"] = Math.Round(forecast.HarvestedShare, 3),
        ["low_tons"] = Math.Round(forecast.TonsLow),
        ["median_tons"] = Math.Round(forecast.TonsMedian),
        ["high_tons"] = Math.Round(forecast.TonsHigh),
        ["years"] = forecast.Years,
    };
}
