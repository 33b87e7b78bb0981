using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Cloud.Registry;

/// <summary>The stations of the registry, held in memory and kept up to date by whoever changes them.</summary>
internal interface IStationBook
{
    /// <summary>All stations, by id.</summary>
    IReadOnlyList<Station> All { get; }

    /// <summary>The station of that id, or null when it is not registered: its readings are stored and not judged.</summary>
    Station? Find(StationId id);
}
