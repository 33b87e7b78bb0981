using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Hazards;

namespace EnviAgriNet.Cloud.Regions;

/// <summary>What was saved of all provinces.</summary>
/// <param name="JudgedUntil">By province: all committed readings up to this time are judged.</param>
/// <param name="States">By region and hazard: what its tracker remembered at that time.</param>
/// <param name="Past">By province: what of the past is still to be judged for the record.</param>
internal sealed record HazardMemory(
    IReadOnlyDictionary<RegionId, DateTimeOffset> JudgedUntil,
    IReadOnlyDictionary<(RegionId Region, HazardKind Hazard), TrackerState> States,
    IReadOnlyDictionary<RegionId, PastSpan> Past);
