using EnviAgriNet.Core.Geography;
using EnviAgriNet.Protocol.Messages;

namespace EnviAgriNet.Cloud.Ingest;

/// <summary>Is told what stations say of themselves. Must not wait: the next commit does.</summary>
internal interface IStationEventListener
{
    /// <summary>An event, after it was stored, and once only.</summary>
    void OnEvent(StationId station, StationEvent stationEvent);

    /// <summary>A health report; the newest may come again after a reconnect.</summary>
    void OnHealth(StationId station, StationHealth health);
}
