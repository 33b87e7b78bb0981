namespace EnviAgriNet.Core.Crops.Outlook;

/// <summary>What an outlook took for want of being told or measured.</summary>
public enum OutlookAssumption
{
    /// <summary>The day of planting: the usual one of the crop.</summary>
    PlantingDate,

    /// <summary>The soil: a loam in the middle of FAO-56 Table 19.</summary>
    Soil,

    /// <summary>The place: the middle of the country, for want of coordinates.</summary>
    Place,

    /// <summary>Reference evapotranspiration by Hargreaves or with assumed wind, humidity or radiation.</summary>
    Evapotranspiration,

    /// <summary>Some days without weather, bridged by the mean of the days beside them.</summary>
    BridgedDays,

    /// <summary>The field was at field capacity (a paddy: flooded) when the weather begins.</summary>
    WetStart,

    /// <summary>Seepage of a paddy, 2 mm/day, and bunds that hold 10 cm.</summary>
    Seepage,

    /// <summary>Whether water can be let in: it was taken that it can.</summary>
    Irrigated,

    /// <summary>Nothing was irrigated since planting, for want of being told.</summary>
    NoIrrigationTold,

    /// <summary>A variety that is not known: the crop's usual one.</summary>
    Variety,
}
