using EnviAgriNet.Core.Alerts;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Hazards;

namespace EnviAgriNet.Cloud.Registry.Places;

/// <summary>An evacuation point as the registry has it. What stands here is published with warnings.</summary>
/// <param name="Id">Its id, of the rules of a station's.</param>
/// <param name="Region">Where it stands, as a rule a subdistrict.</param>
/// <param name="Name">Its name.</param>
/// <param name="Latitude">Degrees north; null when not surveyed.</param>
/// <param name="Longitude">Degrees east; null when not surveyed.</param>
/// <param name="Capacity">How many people it takes; null when not known.</param>
/// <param name="Phone">A public number that answers there; null when there is none.</param>
/// <param name="Hazards">The hazards it serves, empty for those one leaves one's house for.</param>
internal sealed record SafePlace(
    string Id,
    RegionId Region,
    Place Name,
    double? Latitude,
    double? Longitude,
    int? Capacity,
    string? Phone,
    string Hazards)
{
    /// <summary>The hazards a place serves that names none.</summary>
    public static IReadOnlyList<HazardKind> UsualHazards { get; } =
        [HazardKind.RiverFlood, HazardKind.FlashFlood, HazardKind.Landslide, HazardKind.StrongWind, HazardKind.FireWeather];

    /// <summary>Whether people may go there from a hazard.</summary>
    public bool Serves(HazardKind hazard) =>
        Hazards.Length == 0 ? UsualHazards.Contains(hazard) : Hazards.Split(';').Contains(hazard.Code());
}
