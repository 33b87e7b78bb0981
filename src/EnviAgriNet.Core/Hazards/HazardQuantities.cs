namespace EnviAgriNet.Core.Hazards;

/// <summary>The quantities that bear on a hazard.</summary>
public static class HazardQuantities
{
    /// <summary>Raises haze.</summary>
    public const string Pm25 = "pm25";

    /// <summary>Bears witness for haze.</summary>
    public const string Pm10 = "pm10";

    /// <summary>Raises river floods.</summary>
    public const string WaterLevel = "water_level";

    /// <summary>Bears witness for river floods.</summary>
    public const string Rain = "rain";

    /// <summary>Whether a quantity bears on a hazard.</summary>
    public static bool Matter(string quantity) => quantity is Pm25 or Pm10 or WaterLevel or Rain;

    /// <summary>The hazard a quantity can raise, or null.</summary>
    public static HazardKind? RaisedBy(string quantity) => quantity switch
    {
        Pm25 => HazardKind.Haze,
        WaterLevel => HazardKind.RiverFlood,
        _ => null,
    };
}
