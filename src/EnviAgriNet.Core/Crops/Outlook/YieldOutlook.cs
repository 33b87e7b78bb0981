namespace EnviAgriNet.Core.Crops.Outlook;

/// <summary>What a field will likely yield; eight fields out of ten lie between low and high.</summary>
/// <param name="Low">kg/rai, the 10 % quantile.</param>
/// <param name="Median">kg/rai.</param>
/// <param name="High">kg/rai, the 90 % quantile.</param>
/// <param name="Usual">kg/rai, what the area's own history led to expect before this season's water.</param>
/// <param name="WaterFactor">Ya/Ym of FAO-33 by the water so far, 0 to 1; null where no response is known: then history alone speaks.</param>
/// <param name="Years">Years of the area's history that entered.</param>
/// <param name="LastYear">The last of them, A.D.</param>
public sealed record YieldOutlook(
    double Low, double Median, double High, double Usual, double? WaterFactor, int Years, int LastYear);
