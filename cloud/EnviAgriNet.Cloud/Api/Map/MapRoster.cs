using System.Security.Cryptography;
using System.Text;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Cloud.Api.Map;

/// <summary>The registered stations in the order that answers name them by. Immutable.</summary>
internal sealed class MapRoster
{
    private readonly IReadOnlyList<Station> _source;
    private readonly Dictionary<StationId, int> _places;

    /// <summary>The roster of a list of stations.</summary>
    public MapRoster(IReadOnlyList<Station> stations)
    {
        _source = stations;
        Stations = [.. stations.OrderBy(s => s.Id.Value, StringComparer.Ordinal)];
        _places = Stations.Index().ToDictionary(s => s.Item.Id, s => s.Index);
        Edition = EditionOf(Stations);
    }

    /// <summary>The stations, by id.</summary>
    public Station[] Stations { get; }

    /// <summary>Names the roster: another one when any of its stations is another.</summary>
    public string Edition { get; }

    /// <summary>The place of a station; -1 when it is not registered.</summary>
    public int PlaceOf(StationId station) => _places.GetValueOrDefault(station, -1);

    /// <summary>Whether it was made of that very list.</summary>
    public bool IsOf(IReadOnlyList<Station> stations) => ReferenceEquals(_source, stations);

    /// <summary>The roster as columns.</summary>
    public MapStationsView View() => new(
        Edition,
        [.. Stations.Select(s => s.Id.Value)],
        [.. Stations.Select(s => s.NameTh)],
        [.. Stations.Select(s => s.NameEn)],
        [.. Stations.Select(s => s.Latitude)],
        [.. Stations.Select(s => s.Longitude)],
        [.. Stations.Select(s => s.Region.Code)]);

    private static string EditionOf(IEnumerable<Station> stations)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (Station station in stations)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(station.ToString()));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
    }
}
