namespace EnviAgriNet.Core.Crops;

/// <summary>Where weather was measured, as far as evapotranspiration depends on it.</summary>
/// <param name="Latitude">Degrees, -90 to 90, positive in the north.</param>
/// <param name="Elevation">Metres above sea level, -430 to 6000.</param>
public readonly record struct WeatherSite(double Latitude, double Elevation)
{
    /// <summary>The first impossible value, or null.</summary>
    public InputFault? Fault() =>
        InputFault.OutOfRange("lat", Latitude, -90, 90, "degrees")
        ?? InputFault.OutOfRange("elevation", Elevation, -430, 6000, "m");
}
