using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Api.Registration;
using EnviAgriNet.Cloud.Cases;
using EnviAgriNet.Cloud.Registration;
using EnviAgriNet.Core.Crops;
using EnviAgriNet.Core.Geography;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Api;

/// <summary>What the farmer's page needs before anybody is known: the text to consent to, provinces and crops by name.</summary>
internal sealed class FarmStart(ConsentTexts consents, PlaceChoices places, IOptions<CasesOptions> cases)
{
    /// <summary>All of it, in both languages.</summary>
    public JsonObject Of() => new()
    {
        ["consent"] = new JsonObject
        {
            ["version"] = ConsentTexts.Current,
            ["th"] = consents.Find(ConsentTexts.Current, "th"),
            ["en"] = consents.Find(ConsentTexts.Current, "en"),
        },
        ["provinces"] = Both(PlaceChoices.Provinces("th"), PlaceChoices.Provinces("en")),
        ["crops"] = new JsonArray([.. CropTable.All.Select(crop => (JsonNode)new JsonObject
        {
            ["code"] = crop.Code, ["th"] = crop.NameTh, ["en"] = crop.NameEn,
        })]),
        ["hotline"] = cases.Value.Hotline,
    };

    /// <summary>The districts and subdistricts of a province by name, as far as they are known; null when it is no province.</summary>
    public JsonObject? Places(string? province) =>
        RegionId.TryParse(province, out RegionId region) && PlaceChoices.ProvinceName(region.Code, "th") is not null
            ? new JsonObject { ["province"] = region.Code, ["places"] = Both(places.Offered(region.Code, "th"), places.Offered(region.Code, "en")) }
            : null;

    private static JsonArray Both(IReadOnlyList<(string Code, string Name)> thai, IReadOnlyList<(string Code, string Name)> english)
    {
        Dictionary<string, string> inEnglish = english.ToDictionary(place => place.Code, place => place.Name);
        return new JsonArray([.. thai.Select(place => (JsonNode)new JsonObject
        {
            ["code"] = place.Code, ["th"] = place.Name, ["en"] = inEnglish.GetValueOrDefault(place.Code) ?? place.Name,
        })]);
    }
}
