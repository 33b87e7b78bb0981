using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Cloud.Registry.Markets;

/// <summary>What a crop gave in a region in a year, as published.</summary>
/// <param name="Crop">A code of the table of crops, such as <c>rice</c>.</param>
/// <param name="Season"><see cref="InSeason"/>, <see cref="OffSeason"/>, or empty where the crop has one season.</param>
/// <param name="Region">A province, or null for the whole country.</param>
/// <param name="Year">The crop year of our era: the one in which it was planted.</param>
/// <param name="PlantedRai">The area planted, or null when it is not known.</param>
/// <param name="HarvestedRai">The area harvested, or null when it is not known.</param>
/// <param name="Tons">What was harvested, or null when it is not known.</param>
/// <param name="Source">Who published it.</param>
internal sealed record YieldYear(
    string Crop, string Season, RegionId? Region, int Year, double? PlantedRai, double? HarvestedRai, double? Tons, string Source)
{
    /// <summary>Rice of the rains (นาปี).</summary>
    public const string InSeason = "in-season";

    /// <summary>Rice of the dry season (นาปรัง).</summary>
    public const string OffSeason = "off-season";

    private const double KgPerTon = 1_000;

    /// <summary>Kilograms for each rai planted, losses included; null without both figures.</summary>
    public double? KgPerPlantedRai => PlantedRai > 0 ? Tons * KgPerTon / PlantedRai : null;

    /// <summary>Kilograms for each rai harvested; null without both figures.</summary>
    public double? KgPerHarvestedRai => HarvestedRai > 0 ? Tons * KgPerTon / HarvestedRai : null;

    /// <summary>The share of the planted area that was lost, 0 to 1; null without both figures.</summary>
    public double? LostShare => PlantedRai > 0 && HarvestedRai is { } harvested ? Math.Max(0, 1 - (harvested / PlantedRai.Value)) : null;
}
