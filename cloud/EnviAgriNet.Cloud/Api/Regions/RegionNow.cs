using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.Api.Regions;

/// <summary>The newest reading of a quantity at a station; null where it never measured it.</summary>
/// <param name="Station">The station.</param>
/// <param name="Newest">Its newest reading.</param>
/// <param name="IsSilent">Whether it is too old to say anything of now.</param>
internal sealed record StationNow(Station Station, Reading? Newest, bool IsSilent)
{
    /// <summary>The value that holds now, or null: silent, not usable or not measured.</summary>
    public double? Value => !IsSilent && Newest is { IsUsable: true } reading ? reading.Value : null;
}

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
