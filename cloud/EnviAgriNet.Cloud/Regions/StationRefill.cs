using EnviAgriNet.Cloud.Quality;
using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Hazards;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.Regions;

/// <summary>
/// Fills the windows of stations anew when a version or a person changed what is thought of their readings. Belongs to one partition,
/// and works in small portions, so that readings that come meanwhile do not wait long.
/// </summary>
internal sealed class StationRefill(
    QualityGate quality, IReadings store, IStationBook stations, NetworkClock clock, RulesInForce rules, TimeProvider time)
{
    private static readonly TimeSpan PortionMax = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);

    // A set beside the queue, so that news of a station that waits already add nothing: it holds each station once.
    private readonly Queue<StationId> _waiting = new();
    private readonly HashSet<StationId> _isWaiting = [];

    /// <summary>Fills stations of these provinces for a short while; whether some still wait.</summary>
    public bool Run(IEnumerable<Province> provinces, Func<StationId, Site?> siteOf)
    {
        ChangedStations news = quality.TakeNews();
        foreach (StationId station in news.IsAll ? stations.All.Select(s => s.Id) : news.Stations)
        {
            if (_isWaiting.Add(station))
            {
                _waiting.Enqueue(station);
            }
        }

        if (_waiting.Count == 0 || clock.Now is not { } now)
        {
            return false;
        }

        Dictionary<RegionId, Province> own = provinces.ToDictionary(p => p.Id);
        long began = time.GetTimestamp();
        while (time.GetElapsedTime(began) < PortionMax && _waiting.TryPeek(out StationId station))
        {
            if (siteOf(station) is { } site && own.TryGetValue(site.Region.Province, out Province? province))
            {
                province.Replace(site, Read(site, now));
            }

            _waiting.Dequeue();
            _isWaiting.Remove(station);
        }

        return _waiting.Count > 0;
    }

    private IEnumerable<Reading> Read(Site site, DateTimeOffset now)
    {
        List<Reading> readings = [];
        foreach (SeriesId series in store.Series(site.Station).Where(s => Measures.Take(s.Name.Quantity.Code)))
        {
            DateTimeOffset from = now - rules.Current.MemoryOf(series.Name.Quantity.Code);
            readings.AddRange(
                quality.Read(series, from, now + Protocol.Limits.FutureMax + Tick).Select(r => quality.Again(site.Station, r)));
        }

        return readings;
    }
}
