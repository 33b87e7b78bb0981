using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Hazards;

namespace EnviAgriNet.Cloud.Platforms;

/// <summary>Who wants what passed on to whom.</summary>
/// <param name="Number">The incoming alert.</param>
/// <param name="By">The releaser.</param>
/// <param name="Second">A second releaser, where two are needed; null for none.</param>
/// <param name="Regions">Who is told; empty for the regions that the alert names.</param>
/// <param name="Hazard">What it is about; null to take it from the alert.</param>
internal sealed record PassOrder(long Number, string By, string? Second, IReadOnlyList<RegionId> Regions, HazardKind? Hazard);
