using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Cloud.Tests.Regions;

/// <summary>A station book in memory.</summary>
internal sealed class MemoryStations(params Station[] stations) : IStationBook
{
    public IReadOnlyList<Station> All => stations;

    public Station? Find(StationId id) => Array.Find(stations, s => s.Id == id);
}
