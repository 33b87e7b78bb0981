namespace EnviAgriNet.Core.Crops.Outlook.Yields;

/// <summary>What an area will likely yield in a year; eight years out of ten lie between low and high.</summary>
/// <param name="Year">The crop year, A.D.</param>
/// <param name="Low">kg per rai planted, the 10 % quantile.</param>
/// <param name="Median">kg per rai planted.</param>
/// <param name="High">kg per rai planted, the 90 % quantile.</param>
/// <param name="HarvestedShare">Share of the planted area that will be harvested.</param>
/// <param name="KgPerHarvestedRai">kg per rai harvested.</param>
/// <param name="PlantedRai">Rai planted, as in the last year known.</param>
/// <param name="Years">Years of history.</param>
public sealed record YieldForecast(
    int Year, double Low, double Median, double High, double HarvestedShare, double KgPerHarvestedRai, double PlantedRai, int Years)
{
    /// <summary>Tons, the 10 % quantile for the planted area of the last year.</summary>
    public double TonsLow => Low * PlantedRai / 1000;

    /// <summary>Tons.</summary>
    public double TonsMedian => Median * PlantedRai / 1000;

    /// <summary>Tons, the 90 % quantile for the planted area of the last year.</summary>
    public double TonsHigh => High * PlantedRai / 1000;
}
