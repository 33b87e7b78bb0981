using System.Globalization;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Places;
using EnviAgriNet.Core.Alerts;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Hazards;

namespace EnviAgriNet.Cloud.Alerts;

/// <summary>
/// Names the place of a warning as people do, finds where they can go, and draws the area. Where the registry has no name the
/// station's takes its place, and where there is no station the province's.
/// </summary>
internal sealed class WarningPlaces(PlaceBook places, EvacuationBook evacuation, IStationBook stations)
{
    // Bangkok says แขวง and เขต where the provinces say ตำบล and อำเภอ, and no word before its own name.
    private const string Bangkok = "10";

    /// <summary>The place of a region, told for a hazard.</summary>
    /// <param name="region">Which region.</param>
    /// <param name="station">The station that measured; null when there is none.</param>
    /// <param name="hazard">Which hazard: not every place is safe from each.</param>
    public WarningPlace Of(RegionId region, StationId? station, HazardKind hazard)
    {
        Station? measured = station is { } id ? stations.Find(id) : null;
        (double, double)? from = measured is { Latitude: { } latitude, Longitude: { } longitude } ? (latitude, longitude) : null;
        return Named(region, measured) with
        {
            Shelters =
            [
                .. evacuation.Near(region, hazard, from, WarningPlace.SheltersMax).Select(p => new EvacuationPoint(p.Name, p.Phone)),
            ],
        };
    }

    /// <summary>Whether the registry has a name for a region below its province.</summary>
    public bool HasLocalName(RegionId region) => NamesOf(region).Exists(s => s.Level != RegionLevel.Province);

    /// <summary>The polygon of a region, or where there is none a circle round the station, or nothing.</summary>
    /// <param name="region">Which region.</param>
    /// <param name="station">The station that measured; null when there is none.</param>
    /// <param name="radiusKm">The radius of the circle.</param>
    public WarningGround GroundOf(RegionId region, StationId? station, double radiusKm)
    {
        if (places.Find(region)?.Polygon is { } polygon)
        {
            return new WarningGround([polygon], []);
        }

        return station is { } id && stations.Find(id) is { Latitude: { } latitude, Longitude: { } longitude }
            ? new WarningGround([], [string.Create(CultureInfo.InvariantCulture, $"{latitude:0.#####},{longitude:0.#####} {radiusKm:0.###}")])
            : WarningGround.None;
    }

    private List<(RegionLevel Level, Place Name)> NamesOf(RegionId region)
    {
        List<(RegionLevel Level, Place Name)> steps = [];
        for (RegionId? at = region; at is { } one; at = one.Parent)
        {
            if (places.Find(one) is { } found)
            {
                steps.Add((one.Level, found.Name));
            }
        }

        return steps;
    }

    private WarningPlace Named(RegionId region, Station? station)
    {
        Place? called = station is null ? null : new Place(station.NameTh, station.NameEn);
        List<(RegionLevel Level, Place Name)> steps = NamesOf(region);
        bool hasLocalName = steps.Exists(s => s.Level != RegionLevel.Province);
        if (!hasLocalName && (called ?? steps.Select(s => Titled(region, s)).FirstOrDefault()) is { } only)
        {
            return new WarningPlace(only);
        }

        if (!hasLocalName)
        {
            return new WarningPlace(new Place(region.Code, region.Code));
        }

        List<Place> titled = [.. steps.Select(s => Titled(region, s))];
        List<Place> local = [.. titled.Take(steps.Count(s => s.Level != RegionLevel.Province))];
        List<Place> names = local.Count > 1 ? [Join(local), local[0]] : [Join(titled), local[0]];
        return new WarningPlace(Join(titled), [.. names.Distinct()]) { Station = called };
    }

    private static Place Join(List<Place> places) =>
        new(string.Join(' ', places.Select(p => p.NameTh)), string.Join(", ", places.Select(p => p.NameEn)));

    private static Place Titled(RegionId region, (RegionLevel Level, Place Name) step)
    {
        bool isBangkok = region.Province.Code == Bangkok;
        string title = (step.Level, isBangkok) switch
        {
            (RegionLevel.Subdistrict, true) => "แขวง",
            (RegionLevel.Subdistrict, _) => "ต.",
            (RegionLevel.District, true) => "เขต",
            (RegionLevel.District, _) => "อ.",
            (_, true) => string.Empty,
            _ => "จ.",
        };
        return step.Name with { NameTh = title + step.Name.NameTh };
    }
}

/// <summary>The area of a warning as CAP draws it.</summary>
/// <param name="Polygons">Polygons, <c>lat,lon lat,lon …</c>.</param>
/// <param name="Circles">Circles, <c>lat,lon radius_km</c>.</param>
internal sealed record WarningGround(IReadOnlyList<string> Polygons, IReadOnlyList<string> Circles)
{
    /// <summary>Nothing is drawn: the code of the region says it all.</summary>
    public static WarningGround None { get; } = new([], []);
}
