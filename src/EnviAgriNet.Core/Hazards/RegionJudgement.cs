namespace EnviAgriNet.Core.Hazards;

/// <summary>What the known series of a region say together about one hazard.</summary>
/// <param name="ModerateRaisedAt">Newest reading of the series that raise Moderate or more; null when none does.</param>
/// <param name="SevereRaisedAt">Newest reading of the series that raise Severe; null when none does.</param>
/// <param name="Hold">The highest level a known series would hold up.</param>
/// <param name="Silent">The highest level that a series which has fallen silent held last: it keeps the level from being cleared.</param>
/// <param name="IsWitnessed">Whether a Severe has its second witness.</param>
/// <param name="Evidence">Makes the numbers of the worst known series, for a change that tells them.</param>
public readonly record struct RegionJudgement(
    DateTimeOffset? ModerateRaisedAt,
    DateTimeOffset? SevereRaisedAt,
    HazardLevel Hold,
    HazardLevel Silent,
    bool IsWitnessed,
    Func<Evidence> Evidence);
