namespace EnviAgriNet.Core.Crops.Outlook.Planting;

/// <summary>
/// Ranks field crops for a place: does the soil suit them (from memory, unconfirmed), is the usual rain of the season enough for what they
/// use (FAO-56 coefficients; ET0 by Hargreaves for days of 27 °C on average and 10 °C between night and day, an assumption), and what is
/// the price expected to do. Where soil, rain or price are not known, the other two decide, and the choice says so.
/// </summary>
public static class PlantRanking
{
    // The share of rain that crops can use: 80 % up to 250 mm a month, all of it up to 300 mm between bunds (rules of thumb, unconfirmed).
    private const double UsableShare = 0.8;
    private const double UsableMmMax = 250;
    private const double BundedMmMax = 300;
    private const double TooMuch = 2.5;
    private const double UsualMean = 27;
    private const double UsualRange = 10;
    private const double PriceStep = 0.05;
    private const double SoilWeight = 0.35;
    private const double WaterWeight = 0.45;
    private const double PriceWeight = 0.2;
    private const double Unknown = 0.5;
    private const int DaysPerMonth = 30;

    /// <summary>Ranks crops, the best first.</summary>
    /// <param name="crops">Codes of the crops asked about; null for every crop with a season of at most a year.</param>
    /// <param name="plantOn">When planting would be.</param>
    /// <param name="latitude">Of the place, degrees.</param>
    /// <param name="soil">A code of <see cref="SoilTexture"/>, or null.</param>
    /// <param name="rain">Usual rain of January to December, mm; null where it is not known.</param>
    /// <param name="canIrrigate">Whether water can be let in; null is taken as no.</param>
    /// <param name="priceChange">Expected change of a crop's price until a day, as a share; null where there is no forecast.</param>
    public static IReadOnlyList<PlantChoice> Rank(
        IEnumerable<string>? crops, DateOnly plantOn, double latitude, string? soil, IReadOnlyList<double>? rain, bool? canIrrigate,
        Func<string, DateOnly, double?> priceChange) =>
    [
        .. Asked(crops)
            .Select(c => Choice(c.Crop, c.Traits, plantOn, latitude, soil, rain, canIrrigate == true, priceChange))
            .OrderByDescending(c => c.Score).ThenBy(c => c.Crop, StringComparer.Ordinal),
    ];

    private static IEnumerable<(Crop Crop, CropTraits Traits)> Asked(IEnumerable<string>? crops)
    {
        HashSet<string>? wanted = crops is null ? null : new HashSet<string>(crops, StringComparer.OrdinalIgnoreCase);
        foreach (Crop crop in CropTable.All)
        {
            if (CropTraitsTable.Find(crop.Code) is { Calendar: { } calendar } traits
                && calendar.Total <= 420
                && (wanted?.Contains(crop.Code) ?? crop.Code is not ("sugarcane-ratoon" or "cassava-2" or "maize-dry")))
            {
                yield return (crop, traits);
            }
        }
    }

    private static PlantChoice Choice(
        Crop crop, CropTraits traits, DateOnly plantOn, double latitude, string? soil, IReadOnlyList<double>? rain, bool canIrrigate,
        Func<string, DateOnly, double?> priceChange)
    {
        int total = (int)Math.Round(traits.Calendar!.Total);
        DateOnly harvest = plantOn.DayNumber + total <= DateOnly.MaxValue.DayNumber ? plantOn.AddDays(total) : DateOnly.MaxValue;
        double need = Need(crop, traits, plantOn, total, latitude);
        double? falls = rain is { Count: 12 } ? Rain(rain, plantOn, total, traits.IsPaddy) : null;
        double? fit = SoilFit(traits, soil);
        double? change = priceChange(crop.Code, harvest) is { } c && double.IsFinite(c) ? c : null;
        (double water, PlantReason waterReason) = Water(falls / need, traits.IsPaddy, canIrrigate);
        double price = change is { } moved ? Math.Clamp(0.5 + (moved * 2), 0, 1) : Unknown;
        double score = (SoilWeight * (fit ?? Unknown)) + (WaterWeight * water) + (PriceWeight * price);
        PlantReason[] reasons = [waterReason, SoilReason(fit), PriceReason(change)];
        return new PlantChoice(crop.Code, score, fit, need, falls, change, harvest, reasons);
    }

    private static double Need(Crop crop, CropTraits traits, DateOnly plantOn, int total, double latitude)
    {
        StageLengths stages = traits.Calendar!.Stretch(crop.Stages[0]);
        double radians = SolarGeometry.Radians(latitude);
        double sum = traits.IsPaddy ? PaddyBalance.SeepageMm * total : 0;
        for (int day = 0; day < total; day++)
        {
            int ofYear = ((plantOn.DayOfYear - 1 + day) % 365) + 1;
            double et0 = Hargreaves.Daily(
                UsualMean + (UsualRange / 2), UsualMean - (UsualRange / 2), SolarGeometry.DailyRadiation(radians, ofYear)) ?? 0;
            sum += stages.CoefficientAt(crop.Kc!.Value, day) * et0;
        }

        return sum;
    }

    private static double Rain(IReadOnlyList<double> rain, DateOnly plantOn, int total, bool isPaddy)
    {
        double sum = 0;
        for (int day = 0; day < total; day++)
        {
            int month = (plantOn.Month - 1 + ((plantOn.Day - 1 + day) / DaysPerMonth)) % 12;
            sum += (isPaddy ? Math.Clamp(rain[month], 0, BundedMmMax) : Math.Clamp(rain[month], 0, UsableMmMax) * UsableShare) / DaysPerMonth;
        }

        return sum;
    }

    private static (double Score, PlantReason Reason) Water(double? ratio, bool isPaddy, bool canIrrigate) => ratio switch
    {
        null => (Unknown, PlantReason.RainUnknown),
        > TooMuch when !isPaddy => (0.4, PlantReason.RainTooMuch),
        >= 0.9 => (1, PlantReason.RainEnough),
        >= 0.6 => (canIrrigate ? 0.9 : 0.5, PlantReason.RainSome),
        { } r => (canIrrigate ? 0.5 + (r * 0.5) : r * 0.5, PlantReason.RainShort),
    };

    private static double? SoilFit(CropTraits traits, string? soil) =>
        soil is null || SoilTexture.All.All(t => t.Code != soil) ? null
        : traits.Soils.Good.Contains(soil) ? 1
        : traits.Soils.Fair.Contains(soil) ? 0.5
        : 0;

    private static PlantReason SoilReason(double? fit) => fit switch
    {
        null => PlantReason.SoilUnknown,
        1 => PlantReason.SoilGood,
        0 => PlantReason.SoilPoor,
        _ => PlantReason.SoilFair,
    };

    private static PlantReason PriceReason(double? change) => change switch
    {
        null => PlantReason.PriceUnknown,
        > PriceStep => PlantReason.PriceUp,
        < -PriceStep => PlantReason.PriceDown,
        _ => PlantReason.PriceSteady,
    };
}
