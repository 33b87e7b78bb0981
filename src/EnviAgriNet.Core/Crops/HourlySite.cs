namespace EnviAgriNet.Core.Crops;

/// <summary>Where hourly weather was measured and by which clock.</summary>
/// <param name="Site">Latitude and elevation.</param>
/// <param name="Longitude">Degrees, -180 to 180, positive in the east.</param>
/// <param name="UtcOffset">Hours of the standard time before UTC, -12 to 14; Thailand 7.</param>
public readonly record struct HourlySite(WeatherSite Site, double Longitude, double UtcOffset)
{
    /// <summary>The first impossible value, or null.</summary>
    public InputFault? Fault() =>
        Site.Fault()
        ?? InputFault.OutOfRange("lon", Longitude, -180, 180, "degrees")
        ?? InputFault.OutOfRange("utc-offset", UtcOffset, -12, 14, "h");
}
