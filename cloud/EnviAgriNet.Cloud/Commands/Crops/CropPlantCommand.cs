using System.CommandLine;
using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Fields;
using EnviAgriNet.Core.Crops;
using EnviAgriNet.Core.Crops.Outlook.Planting;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Messages;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Commands.Crops;

/// <summary><c>crop plant</c>: crops ranked for a region by soil, usual rain and price.</summary>
internal static class CropPlantCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Make(IConsole console)
    {
        Command plant = new("plant", "rank crops for a region by soil, usual rain (climate import) and expected price, the best first, with the reasons");
        Option<string> region = new("--region") { Description = "province, district or subdistrict: 2, 4 or 6 digits", Required = true, HelpName = "CODE" };
        Option<string?> soil = new("--soil") { Description = $"one of {string.Join(", ", SoilTexture.All.Select(t => t.Code))}", HelpName = "TEXTURE" };
        Option<string?> on = new("--on") { Description = "when planting would be, default today", HelpName = "DATE" };
        Option<bool> irrigated = new("--irrigated") { Description = "water can be let in" };
        Option<bool> json = CloudCall.JsonOption();
        foreach (Option option in (ReadOnlySpan<Option>)[region, soil, on, irrigated, json])
        {
            plant.Options.Add(option);
        }

        plant.Act(console, async (call, configuration, _) =>
        {
            RegionId where = RegionId.Parse(call.GetRequiredValue(region));
            string? texture = call.GetValue(soil);
            if (texture is not null && SoilTexture.All.All(t => t.Code != texture))
            {
                throw new FormatException($"--soil '{texture}' is none of {string.Join(", ", SoilTexture.All.Select(t => t.Code))}");
            }

            await using ServiceProvider services = PlotOutlook.Services(configuration, null);
            DateOnly day = call.GetValue(on) is { } text
                ? WeatherCsv.Date(text)
                : DateOnly.FromDateTime(LocalTime.Of(services.GetRequiredService<TimeProvider>().GetUtcNow()).DateTime);
            IReadOnlyList<PlantChoice> choices = services.GetRequiredService<PlantChoices>().For(where, texture, day, call.GetValue(irrigated) ? true : null);
            Print(choices, console, call.GetValue(json));
            return ExitCodes.Ok;
        });
        return plant;
    }

    private static void Print(IReadOnlyList<PlantChoice> choices, IConsole console, bool asJson)
    {
        if (asJson)
        {
            console.Line(new JsonArray([.. choices.Select(Json)]).ToJsonString(CloudCall.ReadableJson));
            return;
        }

        foreach (PlantChoice choice in choices)
        {
            string rain = choice.RainMm is { } mm ? $"{mm:0}" : "?";
            console.Line(FormattableString.Invariant(
                $"{choice.Crop}\t{choice.Score:0.00}\tneeds {choice.NeedMm:0} mm, rain {rain} mm\t{string.Join("; ", choice.Reasons.Select(r => $"{PlantWords.Of(r).Th} ({PlantWords.Of(r).En})"))}"));
        }
    }

    private static JsonObject Json(PlantChoice choice)
    {
        CropTable.TryFind(choice.Crop, out Crop? crop, out _);
        return new JsonObject
        {
            ["crop"] = choice.Crop,
            ["name_th"] = crop?.NameTh,
            ["name_en"] = crop?.NameEn,
            ["score"] = Math.Round(choice.Score, 3),
            ["soil_fit"] = choice.SoilFit,
            ["need_mm"] = Math.Round(choice.NeedMm),
            ["rain_mm"] = choice.RainMm is { } mm ? Math.Round(mm) : null,
            ["irrigation_mm"] = choice.IrrigationMm is { } water ? Math.Round(water) : null,
            ["price_change"] = choice.PriceChange,
            ["harvest_on"] = choice.HarvestOn.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            ["reasons"] = new JsonArray([.. choice.Reasons.Select(r => JsonValue.Create(OutlookPrinter.Code(r)))]),
            ["reasons_th"] = string.Join("; ", choice.Reasons.Select(r => PlantWords.Of(r).Th)),
            ["reasons_en"] = string.Join("; ", choice.Reasons.Select(r => PlantWords.Of(r).En)),
        };
    }
}
