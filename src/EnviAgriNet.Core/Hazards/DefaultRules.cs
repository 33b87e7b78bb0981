namespace EnviAgriNet.Core.Hazards;

/// <summary>
/// The rules that come with the program: version 0 of each, on until another version takes their place. Times are hours of
/// measurement time.
/// </summary>
public static class DefaultRules
{
    /// <summary>All of them, hazard by hazard.</summary>
    public static IReadOnlyList<HazardRule> All { get; } =
    [
        AirRules.Haze, RiverRules.RiverFlood, RainRules.FlashFlood, RainRules.FlashFloodZone01, RainRules.Landslide,
        WeatherRules.ExtremeHeat, WeatherRules.Cold, LandRules.Drought, WeatherRules.StrongWind, WaterRules.Pollution,
        WaterRules.SalinityIntrusion, LandRules.FireWeather,
    ];

    /// <summary>The rule for a hazard where no zone is known.</summary>
    public static HazardRule Of(HazardKind hazard) =>
        All.First(r => r.Hazard == hazard && r.Scope.Zones.Count == 0 && r.Scope.Regions.Count == 0);

    internal static HazardTiming Times(
        double onset, double clear, double silence, double validity, double extend, double allClear) => new()
        {
            OnsetHold = TimeSpan.FromHours(onset),
            ClearHold = TimeSpan.FromHours(clear),
            SilenceAfter = TimeSpan.FromHours(silence),
            Validity = TimeSpan.FromHours(validity),
            ExtendAhead = TimeSpan.FromHours(extend),
            AllClearValidity = TimeSpan.FromHours(allClear),
        };
}
