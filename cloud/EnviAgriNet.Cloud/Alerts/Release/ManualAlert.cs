using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Hazards;

namespace EnviAgriNet.Cloud.Alerts.Release;

/// <summary>A warning that an officer writes.</summary>
/// <param name="Hazard">Of what.</param>
/// <param name="Severity">CAP severity.</param>
/// <param name="Region">Where.</param>
/// <param name="PlaceTh">How the place is called in Thai; null for its name in the registry.</param>
/// <param name="PlaceEn">How the place is called in English; null for its name in the registry.</param>
/// <param name="Words">What to say; both texts must be there.</param>
/// <param name="Expires">Until when it holds.</param>
/// <param name="Reason">Why, for the audit log.</param>
internal sealed record ManualAlert(
    HazardKind Hazard, string Severity, RegionId Region, string? PlaceTh, string? PlaceEn, AlertWording Words, DateTimeOffset Expires, string Reason);
