using EnviAgriNet.Cloud.Registry.Places;
using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Cloud.Api.Desk;

/// <summary>Names regions for lists: the smallest area with a name, and its province.</summary>
internal sealed class PlaceNames(PlaceBook places)
{
    /// <summary>The name of a region; its code where nothing is known.</summary>
    public PlaceName Of(RegionId region)
    {
        List<NamedRegion> steps = [];
        for (RegionId? at = region; at is { } one; at = one.Parent)
        {
            if (places.Find(one) is { } found)
            {
                steps.Add(found);
            }
        }

        return steps.Count == 0
            ? new PlaceName(region.Code, region.Code)
            : new PlaceName(string.Join(' ', steps.Select(s => s.Name.NameTh)), string.Join(", ", steps.Select(s => s.Name.NameEn)));
    }
}
