using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Cloud.Tests.Fields;

/// <summary>Stations without a registry.</summary>
internal sealed class FakeStations(params Station[] stations) : IStationBook
{
    public IReadOnlyList<Station> All => stations;

    public Station? Find(StationId id) => stations.FirstOrDefault(s => s.Id == id);
}
