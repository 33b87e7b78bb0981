using EnviAgriNet.Core.Alerts;
using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Cloud.Registry.Places;

/// <summary>How people call a region, and where it lies.</summary>
/// <param name="Region">Which.</param>
/// <param name="Name">Its name, without a word such as ตำบล before it.</param>
/// <param name="Polygon">Its border as CAP writes it, <c>lat,lon lat,lon …</c>, closed; null when it is not known.</param>
internal sealed record NamedRegion(RegionId Region, Place Name, string? Polygon);
