using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Advisories;
using EnviAgriNet.Cloud.Registry.Farms;
using EnviAgriNet.Core.Crops;
using EnviAgriNet.Core.Crops.Outlook;

namespace EnviAgriNet.Cloud.Api;

/// <summary>A farm as its page reads it: words in both languages, numbers beside them. Pure.</summary>
internal static class FarmJson
{
    /// <summary>The farm without what was advised.</summary>
    public static JsonObject Of(
        IReadOnlyList<Plot> plots, FarmView? thai, FarmView? english, DateOnly today, IReadOnlyList<PricePicture> prices) => new()
        {
            ["plots"] = new JsonArray([.. plots.Select((plot, i) => (JsonNode)Of(plot, thai!.Plots[i], english!.Plots[i]))]),
            ["prices"] = new JsonArray([.. prices.Select(price => (JsonNode)Of(price, today))]),
            ["crops"] = new JsonArray([.. CropTable.All.Select(crop => (JsonNode)new JsonObject { ["code"] = crop.Code, ["th"] = crop.NameTh, ["en"] = crop.NameEn })]),
            ["varieties"] = new JsonArray([.. RiceVariety.All.Select(v => (JsonNode)new JsonObject { ["code"] = v.Code, ["th"] = v.NameTh, ["en"] = v.NameEn })]),
            ["soils"] = new JsonArray([.. SoilTexture.All.Select(soil => (JsonNode)soil.Code)]),
        };

    private static JsonObject Of(Plot plot, PlotView thai, PlotView english)
    {
        JsonObject json = FarmRecords.PlotJson(plot);
        json["name_th"] = $"{thai.Crop} {thai.Place}";
        json["name_en"] = $"{english.Crop} {english.Place}";
        json["outlook_th"] = Lines(thai.Outlook, "th");
        json["outlook_en"] = Lines(english.Outlook, "en");
        return json;
    }

    private static JsonArray Lines(FieldOutlook outlook, string language) => new([.. ((string[])
    [
        AdvisoryTexts.Stage(outlook, language),
        outlook.Harvest is { } harvest && outlook.Stage != GrowthStage.HarvestDue ? AdvisoryTexts.Harvest(harvest, language) : string.Empty,
        PlotNews.IsFresh(outlook) && PlotNews.IsGrowing(outlook) && outlook.Water is { } water ? AdvisoryTexts.Water(water, language) : string.Empty,
        outlook.Yield is { } yield && outlook.Stage != GrowthStage.HarvestDue ? AdvisoryTexts.Yield(yield, language) : string.Empty,
        PlotNews.IsFresh(outlook) && PlotNews.MayBeSprayed(outlook) && outlook.Spray is { } spray ? AdvisoryTexts.Spray(spray, language) : string.Empty,
        outlook.Assumed.Contains(OutlookAssumption.PlantingDate) ? AdvisoryTexts.AskPlanted(language) : string.Empty,
    ]).Where(line => line.Length > 0).Select(line => (JsonNode)line)]);

    private static JsonObject Of(PricePicture price, DateOnly today) => new()
    {
        ["commodity"] = price.View.Commodity,
        ["name_th"] = price.View.NameTh,
        ["name_en"] = price.View.NameEn,
        ["unit_th"] = price.View.UnitTh,
        ["unit_en"] = price.View.UnitEn,
        ["now_th"] = AdvisoryTexts.PriceNow(price.View, "th"),
        ["now_en"] = AdvisoryTexts.PriceNow(price.View, "en"),
        ["ahead_th"] = AdvisoryTexts.PriceAhead(price.View, today, "th"),
        ["ahead_en"] = AdvisoryTexts.PriceAhead(price.View, today, "en"),
        ["naive"] = price.View.IsNaive,
        ["past"] = new JsonArray([.. price.Past.Select(point => (JsonNode)new JsonArray(FarmTables.Text(point.Date), point.BahtPerKg))]),
        ["steps"] = new JsonArray([.. price.Ahead.Select(step => (JsonNode)new JsonArray(
            FarmTables.Text(step.Date), step.Median, step.Low80, step.High80, step.Low95, step.High95))]),
    };
}
