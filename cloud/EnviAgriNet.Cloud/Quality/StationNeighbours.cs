using System.Collections.Concurrent;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Cloud.Quality;

/// <summary>
/// The stations around each station: those of its province whose place is known, the nearest first. Follows the registry. Safe for
/// use by several threads.
/// </summary>
internal sealed class StationNeighbours(IStationBook stations)
{
    private const double EarthKilometres = 6371.0;

    private Edition _edition = new([]);

    /// <summary>The nearest stations around one; none when its own place is not known.</summary>
    public IReadOnlyList<Neighbour> Of(StationId station)
    {
        Edition edition = Volatile.Read(ref _edition);
        IReadOnlyList<Station> all = stations.All;
        if (!ReferenceEquals(edition.All, all))
        {
            edition = new Edition(all);
            Volatile.Write(ref _edition, edition);
        }

        return edition.Of(station);
    }

    /// <summary>The distance of two places on the ground in kilometres, by the haversine formula.</summary>
    public static double Kilometres(double latitude, double longitude, double otherLatitude, double otherLongitude)
    {
        double halfNorth = double.DegreesToRadians(otherLatitude - latitude) / 2;
        double halfEast = double.DegreesToRadians(otherLongitude - longitude) / 2;
        double haversine = (Math.Sin(halfNorth) * Math.Sin(halfNorth))
            + (Math.Cos(double.DegreesToRadians(latitude)) * Math.Cos(double.DegreesToRadians(otherLatitude))
                * Math.Sin(halfEast) * Math.Sin(halfEast));
        return 2 * EarthKilometres * Math.Asin(Math.Min(1, Math.Sqrt(haversine)));
    }

    private sealed class Edition(IReadOnlyList<Station> all)
    {
        private readonly Dictionary<StationId, Station> _byId =
            all.Where(s => s is { Latitude: not null, Longitude: not null }).ToDictionary(s => s.Id);

        private readonly ILookup<RegionId, Station> _byProvince =
            all.Where(s => s is { Latitude: not null, Longitude: not null }).ToLookup(s => s.Region.Province);

        private readonly ConcurrentDictionary<StationId, IReadOnlyList<Neighbour>> _found = new();

        public IReadOnlyList<Station> All => all;

        public IReadOnlyList<Neighbour> Of(StationId station) => _found.GetOrAdd(station, Find);

        private IReadOnlyList<Neighbour> Find(StationId id)
        {
            if (!_byId.TryGetValue(id, out Station? station))
            {
                return [];
            }

            return
            [
                .. _byProvince[station.Region.Province]
                    .Where(other => other.Id != id)
                    .Select(other => new Neighbour(other.Id, Kilometres(
                        station.Latitude!.Value, station.Longitude!.Value, other.Latitude!.Value, other.Longitude!.Value)))
                    .Where(n => n.Kilometres <= Limits.NeighbourKilometresMax)
                    .OrderBy(n => n.Kilometres)
                    .ThenBy(n => n.Station)
                    .Take(Limits.NeighboursMax),
            ];
        }
    }
}

/// <summary>A station nearby.</summary>
internal readonly record struct Neighbour(StationId Station, double Kilometres);
