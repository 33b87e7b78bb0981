using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Core.Hazards;

/// <summary>Where a rule applies: in regions with all that lies in them, or in zones by name; with neither, everywhere.</summary>
public sealed record RuleScope
{
    /// <summary>The most regions and the most zones of one rule.</summary>
    public const int PlacesMax = 100;

    /// <summary>The scope that leaves nothing out.</summary>
    public static RuleScope Everywhere { get; } = new();

    /// <summary>The regions.</summary>
    public IReadOnlyList<RegionId> Regions { get; init; } = [];

    /// <summary>The zones: names that stations carry.</summary>
    public IReadOnlyList<string> Zones { get; init; } = [];

    /// <summary>
    /// How closely it names a site, or null when it leaves it out: everywhere is 0, a region the length of its code, and a zone more
    /// than any region.
    /// </summary>
    public int? Closeness(Site site)
    {
        if (site.Zone is { } zone && Zones.Contains(zone))
        {
            return 1 + (int)RegionLevel.Subdistrict;
        }

        if (Regions.Count == 0 && Zones.Count == 0)
        {
            return 0;
        }

        int? closest = null;
        foreach (RegionId region in Regions)
        {
            closest = region.Contains(site.Region) && !(closest >= region.Code.Length) ? region.Code.Length : closest;
        }

        return closest;
    }

    /// <summary>Whether both name a place equally closely, so that neither goes before the other there.</summary>
    public bool Rivals(RuleScope other) =>
        (Regions.Count + Zones.Count == 0 && other.Regions.Count + other.Zones.Count == 0)
        || Regions.Intersect(other.Regions).Any() || Zones.Intersect(other.Zones).Any();
}
