namespace EnviAgriNet.Core.Crops.Outlook;

/// <summary>What an outlook lacks.</summary>
public enum OutlookGap
{
    /// <summary>The day of planting.</summary>
    PlantingDate,

    /// <summary>No station near enough that measures temperature.</summary>
    Temperature,

    /// <summary>No station near enough that measures rain.</summary>
    Rain,

    /// <summary>No station near enough that measures humidity.</summary>
    Humidity,

    /// <summary>No station near enough that measures wind.</summary>
    Wind,

    /// <summary>More days in a row without weather than are bridged.</summary>
    DaysInARow,

    /// <summary>A level of the paddy water: a field tube.</summary>
    PaddyLevel,

    /// <summary>A history of yields of the area.</summary>
    YieldHistory,

    /// <summary>How the crop's yield answers to water: no Ky is known.</summary>
    YieldResponse,

    /// <summary>The crop is not in the table of crops.</summary>
    Crop,

    /// <summary>How much heat the crop needs: stages go by days alone.</summary>
    HeatNeed,

    /// <summary>The newest weather is older than two days.</summary>
    FreshWeather,

    /// <summary>Temperature limits of this crop.</summary>
    TemperatureLimits,
}
