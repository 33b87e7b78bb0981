using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Cloud.Api.Regions;

/// <summary>Sums up what stations measure now. Pure.</summary>
internal static class RegionNow
{
    /// <summary>The line of a region.</summary>
    public static RegionLine Line(RegionId region, (string? Th, string? En) name, IReadOnlyCollection<StationNow> stations)
    {
        List<StationNow> measuring = [.. stations.Where(s => s.Newest is not null)];
        List<StationNow> known = [.. measuring.Where(s => s.Value is not null)];
        StationNow? highest = known.MaxBy(s => s.Value);
        return new RegionLine(
            region.Code,
            name.Th,
            name.En,
            measuring.Count,
            known.Count,
            measuring.Count(s => s.IsSilent),
            known.Count == 0 ? null : known.Average(s => s.Value),
            highest?.Value,
            highest?.Station.Id.Value);
    }
}
