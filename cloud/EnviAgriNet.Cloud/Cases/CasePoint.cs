namespace EnviAgriNet.Cloud.Cases;

/// <summary>Where an open case is.</summary>
/// <param name="File">The case.</param>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="IsExact">Whether the person's own phone said so; else it is the middle of the place they named.</param>
internal sealed record CasePoint(CaseLine File, double Latitude, double Longitude, bool IsExact = true);
