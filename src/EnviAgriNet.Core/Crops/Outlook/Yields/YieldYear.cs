namespace EnviAgriNet.Core.Crops.Outlook.Yields;

/// <summary>What an area planted, harvested and produced in one crop year.</summary>
/// <param name="Year">The crop year, A.D.</param>
/// <param name="PlantedRai">Rai planted, above 0.</param>
/// <param name="HarvestedRai">Rai harvested.</param>
/// <param name="Tons">Tons produced.</param>
public readonly record struct YieldYear(int Year, double PlantedRai, double HarvestedRai, double Tons)
{
    // All of Thailand has 321 million rai; no crop bears 200 tons on one.
    private const double RaiMax = 321e6;
    private const double KgPerRaiMax = 200e3;

    /// <summary>kg per rai planted: what a flood leaves of a field counts as 0.</summary>
    public double KgPerPlantedRai => Tons * 1000 / PlantedRai;

    /// <summary>kg per rai harvested.</summary>
    public double KgPerHarvestedRai => Tons * 1000 / HarvestedRai;

    /// <summary>Share of the planted area that was harvested, 0 to 1.</summary>
    public double HarvestedShare => Math.Clamp(HarvestedRai / PlantedRai, 0, 1);

    /// <summary>
    /// Whether it can be reckoned with: a sheet that has zeros for what is not known is left out, and so is what no land can be or bear.
    /// </summary>
    public bool IsUsable => Year is > 0 and < 3000
        && PlantedRai is > 0 and <= RaiMax && HarvestedRai is > 0 and <= RaiMax && Tons > 0 && KgPerHarvestedRai <= KgPerRaiMax;
}
