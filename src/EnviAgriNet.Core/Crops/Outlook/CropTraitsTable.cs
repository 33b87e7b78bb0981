namespace EnviAgriNet.Core.Crops.Outlook;

/// <summary>
/// Traits of the crops of <see cref="CropTable"/>. Base, upper and flowering temperatures are the defaults of AquaCrop as the public
/// repository aquacropos/aquacrop has them in crop_params.py (cold of rice excepted); Ky is FAO-56 Table 24. Season lengths are those of
/// FAO-56 Table 11, but of rice (120 days from sowing, near the 104 days from transplanting of AquaCrop), mung bean (65 days) and
/// cassava (harvest after 300 to 365 days), which are the usual ones in Thailand from memory: unconfirmed. So are the soils.
/// </summary>
public static class CropTraitsTable
{
    /// <summary>Smallest temperature of a usual day, °C: about that of Thai growing seasons (unconfirmed).</summary>
    public const double UsualCelsiusMin = 23;

    /// <summary>Largest temperature of a usual day, °C: about that of Thai growing seasons (unconfirmed).</summary>
    public const double UsualCelsiusMax = 33;

    /// <summary>Days of a rice whose variety is not told, from sowing.</summary>
    public const double RiceDays = 120;

    private static readonly string[] Light = ["sand", "loamy-sand", "sandy-loam"];
    private static readonly string[] Middle = ["sandy-loam", "loam", "silt-loam"];
    private static readonly string[] Heavy = ["silt-clay-loam", "silty-clay", "clay"];
    private static readonly string[] Any = [.. SoilTexture.All.Select(t => t.Code)];

    private static readonly Dictionary<string, CropTraits> ByCode = Make().ToDictionary(t => t.Crop, StringComparer.OrdinalIgnoreCase);

    /// <summary>The traits of every crop of the table of crops.</summary>
    public static IReadOnlyCollection<CropTraits> All => ByCode.Values;

    /// <summary>The traits of a crop; null for one that is not in the table of crops.</summary>
    public static CropTraits? Find(string crop) => ByCode.GetValueOrDefault(crop);

    private static IEnumerable<CropTraits> Make()
    {
        yield return new CropTraits
        {
            Crop = "rice",
            BaseCelsius = 8,
            UpperCelsius = 30,
            Calendar = GrowthCalendar.Rice(RiceDays),
            HeatLimit = 35,

            // AquaCrop has 8 °C, where nothing flowers any more; panicles suffer from about 15 °C on (from memory).
            ColdLimit = 15,
            ColdStatus = RuleStatus.Unconfirmed,

            // FAO-33 treats rice, FAO-56 Table 24 does not print it: 1.1 from memory.
            YieldResponse = 1.1,
            YieldResponseStatus = RuleStatus.Unconfirmed,
            IsPaddy = true,
            Soils = (Heavy, [.. Middle, "silt"]),
        };
        yield return Of("maize", 8, 30, 40, 10, 1.25, Middle, [.. Heavy, "silt"]);
        yield return Of("maize-dry", 8, 30, 40, 10, 1.25, Middle, [.. Heavy, "silt"]);
        yield return Of("sweet-corn", 8, 30, 40, 10, 1.25, Middle, [.. Heavy, "silt"]);
        yield return Of("sorghum", 8, 30, 40, 10, 0.9, Middle, Any);
        yield return Of("soybean", 5, 30, 40, 8, 0.85, [.. Middle, "silt"], Heavy);
        yield return Of("sunflower", 4, 30, 40, 10, 0.95, Middle, Any);
        yield return Of("tomato", 7, 28, 40, 10, 1.05, Middle, Any);
        yield return Of("cotton", 12, 35, 43, 15, 0.85, [.. Middle, "silt"], Heavy);
        yield return Of("sugarcane", 9, 32, null, null, 1.2, [.. Middle, "silt-clay-loam"], Any, flowers: false);
        yield return Of("sugarcane-ratoon", 9, 32, null, null, 1.2, [.. Middle, "silt-clay-loam"], Any, flowers: false);
        yield return Of("potato", 2, 26, null, null, 1.1, Middle, Light, flowers: false);
        yield return Of("mung-bean", 9, 30, 40, 8, 1.15, Middle, Any, total: 65);
        yield return Of("groundnut", null, null, null, null, 0.70, [.. Light, "loam"], Middle);
        yield return Of("sweet-pepper", null, null, null, null, 1.1, Middle, Any);
        yield return Of("watermelon", null, null, null, null, 1.1, Light, Middle);
        yield return Of("onion", null, null, null, null, 1.1, Middle, Any, flowers: false);
        yield return Of("sesame", null, null, null, null, null, [.. Light, "loam"], Middle);
        yield return Of("castor", null, null, null, null, null, Middle, Any);
        yield return Of("sweet-potato", null, null, null, null, null, Light, Middle, flowers: false);
        yield return Of("cucumber", null, null, null, null, null, Middle, Any);
        yield return Of("eggplant", null, null, null, null, null, Middle, Any);
        yield return Of("asparagus", null, null, null, null, null, Light, Middle, flowers: false);
        yield return Of("pineapple", null, null, null, null, null, Light, Middle);
        yield return Cassava("cassava-1");
        yield return Cassava("cassava-2");
        yield return Standing("banana-1", 1.2);
        yield return Standing("banana-2", 1.2);
        yield return Standing("citrus", 1.1);
        yield return Standing("rubber", null);
        yield return Standing("palm", null);
        yield return Standing("coffee", null);
    }

    private static CropTraits Of(
        string code, double? low, double? high, double? heat, double? cold, double? ky, string[] good, string[] fair, bool flowers = true,
        double? total = null)
    {
        CropTable.TryFind(code, out Crop? crop, out _);
        return new CropTraits
        {
            Crop = code,
            BaseCelsius = low,
            UpperCelsius = high,
            Calendar = GrowthCalendar.Of(crop!.Stages[0], flowers, total),
            HeatLimit = heat,
            ColdLimit = cold,
            YieldResponse = ky,
            Soils = (good, fair),
        };
    }

    private static CropTraits Cassava(string code)
    {
        CropTraits traits = Of(code, null, null, null, null, null, Light, Middle, flowers: false, total: 330);
        return traits with { Calendar = traits.Calendar! with { HarvestFrom = 300, HarvestTo = 365 } };
    }

    // Of the ranges that Table 24 prints for banana and citrus the smaller number, which promises no loss that is not sure.
    private static CropTraits Standing(string code, double? ky) => new() { Crop = code, YieldResponse = ky, Soils = (Middle, Any) };
}
