using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Core.Hazards;

/// <summary>What a judgement needs to know of a station.</summary>
/// <param name="Station">Its id.</param>
/// <param name="Region">The region it is registered in: its level is that region's level.</param>
/// <param name="BankLevel">The lower river bank in metres, in the datum of its water level; null when there is none.</param>
/// <param name="GroundLevel">The river bed in metres, same datum; null when there is none.</param>
public sealed record Site(StationId Station, RegionId Region, double? BankLevel, double? GroundLevel)
{
    /// <summary>The zone of an agency's map it lies in, as rules name it; null when it is not known.</summary>
    public string? Zone { get; init; }
}
