using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Hazards;

namespace EnviAgriNet.Cloud.Regions;

/// <summary>A province as it is saved.</summary>
/// <param name="Province">Which province.</param>
/// <param name="JudgedUntil">All committed readings up to this time are judged.</param>
/// <param name="States">What the trackers remember at that time.</param>
/// <param name="Changes">What changed since the last save, in order.</param>
/// <param name="Past">What of the past is still to be judged for the record; null for nothing.</param>
internal sealed record ProvinceSave(
    RegionId Province,
    DateTimeOffset JudgedUntil,
    IReadOnlyList<KeyValuePair<(RegionId Region, HazardKind Hazard), TrackerState>> States,
    IReadOnlyList<HazardChange> Changes,
    PastSpan? Past);
