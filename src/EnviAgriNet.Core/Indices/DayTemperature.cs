namespace EnviAgriNet.Core.Indices;

/// <summary>
/// Hot and cold days by the Thai Meteorological Department. A class begins at its printed limit: 22.95 °C, between the
/// printed 22.9 and 23, is cool.
/// </summary>
public static class DayTemperature
{
    /// <summary>By the highest temperature of a day in °C: hot 35.0 to 39.9, very hot from 40.0.</summary>
    public static ClassScale HotDay { get; } = new(
        "tmd-hot-day",
        "Thai Meteorological Department",
        "none",
        new ClassStep("hot", 35),
        new ClassStep("very-hot", 40));

    /// <summary>
    /// By the lowest temperature of a day in °C: cool 18.0 to 22.9, moderately cold 16.0 to 17.9, cold 8.0 to 15.9, very cold
    /// to 7.9.
    /// </summary>
    public static ClassScale ColdDay { get; } = new(
        "tmd-cold-day",
        "Thai Meteorological Department",
        "very-cold",
        new ClassStep("cold", 8),
        new ClassStep("moderately-cold", 16),
        new ClassStep("cool", 18),
        new ClassStep("none", 23));
}
