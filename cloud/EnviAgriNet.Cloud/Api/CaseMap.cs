using System.Globalization;
using EnviAgriNet.Cloud.Cases;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Places;
using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Cloud.Api;

/// <summary>
/// Where open cases are drawn: where the person's phone said, else in the middle of the place they named, and marked as such. What has
/// neither is not drawn but counted, for a call without a place must not be lost from sight.
/// </summary>
internal sealed class CaseMap(CaseDesk desk, PlaceBook places, IStationBook stations)
{
    /// <summary>The points of cases, and how many have none.</summary>
    public (IReadOnlyList<CasePoint> Points, int Unplaced) Of(IReadOnlyList<CaseLine> open, string officer)
    {
        IReadOnlyList<CasePoint> exact = desk.Points(open, officer);
        HashSet<string> placed = [.. exact.Select(point => point.File.Number)];
        Dictionary<string, (double Latitude, double Longitude)?> middles = [];
        List<CasePoint> points = [.. exact];
        foreach (CaseLine file in open.Where(file => !placed.Contains(file.Number)))
        {
            if (file.Region is not { } code || !RegionId.TryParse(code, out RegionId region))
            {
                continue;
            }

            if (!middles.TryGetValue(code, out (double Latitude, double Longitude)? middle))
            {
                middles[code] = middle = MiddleOf(region);
            }

            if (middle is { } at)
            {
                points.Add(new CasePoint(file, at.Latitude, at.Longitude, IsExact: false));
            }
        }

        return (points, open.Count - points.Count);
    }

    // A border's corners or the stations within, of the smallest region around the place that has them: good enough for "somewhere here",
    // which is what the mark says.
    private (double Latitude, double Longitude)? MiddleOf(RegionId region)
    {
        for (RegionId? at = region; at is { } area; at = area.Parent)
        {
            List<(double Latitude, double Longitude)> within = places.Find(area)?.Polygon is { } polygon
                ? [.. polygon.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Corner)]
                : [.. stations.All.Where(station => area.Contains(station.Region) && station is { Latitude: not null, Longitude: not null })
                    .Select(station => (station.Latitude!.Value, station.Longitude!.Value))];
            if (within.Count > 0)
            {
                return (within.Average(corner => corner.Latitude), within.Average(corner => corner.Longitude));
            }
        }

        return null;
    }

    private static (double Latitude, double Longitude) Corner(string pair)
    {
        string[] parts = pair.Split(',');
        return (double.Parse(parts[0], CultureInfo.InvariantCulture), double.Parse(parts[1], CultureInfo.InvariantCulture));
    }
}
