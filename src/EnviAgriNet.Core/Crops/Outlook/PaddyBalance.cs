namespace EnviAgriNet.Core.Crops.Outlook;

/// <summary>
/// The water of a paddy, reckoned: rain and irrigation in, use of the crop (single coefficient of FAO-56) and seepage out, spill over the
/// bunds. Below the surface the crop stands without stress until a fifth of the available water is gone (FAO-56 Table 22 for rice).
/// Seepage and the height of the bunds are assumptions, unconfirmed; a level in a field tube is better. Not thread-safe.
/// </summary>
/// <param name="crop">Rice.</param>
/// <param name="stages">Stage lengths of this season.</param>
/// <param name="soil">The soil.</param>
public sealed class PaddyBalance(Crop crop, StageLengths stages, Soil soil)
{
    /// <summary>Seepage while water stands, mm/day: a puddled heavy soil.</summary>
    public const double SeepageMm = 2;

    /// <summary>What the bunds hold, mm.</summary>
    public const double BundMm = 100;

    /// <summary>The depth to flood to, mm.</summary>
    public const double FloodMm = 50;

    // Above the surface positive, below it what the root zone lacks.
    private double _water = FloodMm;

    /// <summary>Goes on by a day.</summary>
    public SeasonWaterDay Step(int day, OutlookDay weather, double et0, double irrigation)
    {
        double available = soil.AvailableWater(crop.RootDepthMax);
        double readily = crop.DepletionFraction * available;
        double etc = stages.CoefficientAt(crop.Kc!.Value, Math.Clamp(day, 0, 10_000)) * et0;
        double eta = etc * WaterBalance.Stress(available, Math.Max(-_water, 0), readily);
        double rain = weather.Rain ?? 0;
        double water = _water + rain + irrigation - eta;
        water -= Math.Clamp(water, 0, SeepageMm);
        _water = Math.Clamp(water, -available, BundMm);
        double stress = 1 - WaterBalance.Stress(available, Math.Max(-_water, 0), readily);
        return new SeasonWaterDay(
            weather.Date, etc, eta, rain, FloodMm - Math.Min(_water, FloodMm), FloodMm + readily, stress, _water > 0 ? _water : null);
    }
}
