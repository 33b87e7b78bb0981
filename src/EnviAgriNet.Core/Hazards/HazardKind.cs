namespace EnviAgriNet.Core.Hazards;

/// <summary>What may harm.</summary>
public enum HazardKind
{
    /// <summary>Fine dust that harms health.</summary>
    Haze,

    /// <summary>A river that leaves its bed.</summary>
    RiverFlood,

    /// <summary>A flood within hours of heavy rain, away from large rivers.</summary>
    FlashFlood,

    /// <summary>A slope that gives way after much rain.</summary>
    Landslide,

    /// <summary>Heat that harms health.</summary>
    ExtremeHeat,

    /// <summary>Cold that harms people, animals and crops.</summary>
    Cold,

    /// <summary>Too little rain or water in the root zone for too long.</summary>
    Drought,

    /// <summary>Wind that breaks trees and roofs.</summary>
    StrongWind,

    /// <summary>Water in which fish die or which harms who uses it.</summary>
    WaterPollution,

    /// <summary>Sea water that reaches the intakes of farms and waterworks.</summary>
    SalinityIntrusion,

    /// <summary>Weather in which fire spreads.</summary>
    FireWeather,
}

/// <summary>The hazards' names in documents, event ids, rules and the registry.</summary>
public static class HazardCodes
{
    /// <summary>The name of a hazard in kebab case.</summary>
    public static string Code(this HazardKind hazard) => hazard switch
    {
        HazardKind.Haze => "haze",
        HazardKind.RiverFlood => "river-flood",
        HazardKind.FlashFlood => "flash-flood",
        HazardKind.Landslide => "landslide",
        HazardKind.ExtremeHeat => "extreme-heat",
        HazardKind.Cold => "cold",
        HazardKind.Drought => "drought",
        HazardKind.StrongWind => "strong-wind",
        HazardKind.WaterPollution => "water-pollution",
        HazardKind.SalinityIntrusion => "salinity-intrusion",
        HazardKind.FireWeather => "fire-weather",
        _ => throw new ArgumentOutOfRangeException(nameof(hazard)),
    };

    /// <summary>The hazard of that name; false when there is none.</summary>
    public static bool TryParse(string code, out HazardKind hazard)
    {
        foreach (HazardKind kind in Enum.GetValues<HazardKind>())
        {
            if (kind.Code() == code)
            {
                hazard = kind;
                return true;
            }
        }

        hazard = default;
        return false;
    }
}
