using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Cloud.ReadingStore;

/// <summary>
/// How many readings of a station each hour has. Readings are added and never changed, so that an hour with the same count is the
/// same hour.
/// </summary>
internal interface IReadingCounts
{
    /// <summary>The hours in [from, to) that have readings, ascending, with how many there are of all series together.</summary>
    IReadOnlyList<HourCount> ReadCounts(StationId station, DateTimeOffset from, DateTimeOffset to);
}

/// <summary>How many readings an hour has.</summary>
internal readonly record struct HourCount(DateTimeOffset From, long Readings);
