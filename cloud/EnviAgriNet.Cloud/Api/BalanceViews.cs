using System.Text.Json;
using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Forecasts;
using EnviAgriNet.Cloud.Registry.Places;
using EnviAgriNet.Core.Alerts;
using EnviAgriNet.Core.Crops;
using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Cloud.Api;

/// <summary>Where the harvest of a crop to come is scarce, usual or plentiful, the whole country and province by province.</summary>
internal sealed class BalanceViews(AreaBalances balances)
{
    /// <summary>The crops that anything is known of, and the balances of one; of the first where none is named.</summary>
    public JsonObject Of(string? crop)
    {
        IReadOnlyList<string> known = balances.Crops();
        string? chosen = crop ?? known.FirstOrDefault();
        return new JsonObject
        {
            ["crops"] = new JsonArray([.. known.Select(code => (JsonNode)Named(code))]),
            ["crop"] = chosen,
            ["balances"] = new JsonArray([.. chosen is null ? [] : balances.All(chosen).Select(entry => (JsonNode)One(entry.Region, entry.Balance))]),
        };
    }

    private static JsonObject Named(string code)
    {
        Crop? crop = CropTable.All.FirstOrDefault(candidate => candidate.Code == code);
        return new JsonObject { ["code"] = code, ["th"] = crop?.NameTh ?? code, ["en"] = crop?.NameEn ?? code };
    }

    private static JsonObject One(RegionId? region, ProductionBalance balance)
    {
        Place? name = region is { } province ? ProvinceNames.Of(province) : null;
        JsonObject json = JsonSerializer.SerializeToNode(balance, ForecastJson.Readable.ProductionBalance)!.AsObject();
        json.Insert(0, "region", region?.Code);
        json.Insert(1, "name_th", region is null ? "ทั้งประเทศ" : name?.NameTh ?? region.Value.Code);
        json.Insert(2, "name_en", region is null ? "Whole country" : name?.NameEn ?? region.Value.Code);
        return json;
    }
}
