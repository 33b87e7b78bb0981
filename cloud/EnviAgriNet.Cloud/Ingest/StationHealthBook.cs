using System.Collections.Concurrent;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Protocol.Messages;

namespace EnviAgriNet.Cloud.Ingest;

/// <summary>The newest health report of each station, in memory: the broker keeps them and sends them again. Safe for several threads.</summary>
internal sealed class StationHealthBook
{
    private readonly ConcurrentDictionary<StationId, StationHealth> _healths = new();

    /// <summary>The newest report, or null when none was heard.</summary>
    public StationHealth? Find(StationId station) => _healths.GetValueOrDefault(station);

    /// <summary>All newest reports.</summary>
    public IReadOnlyDictionary<StationId, StationHealth> All => _healths;

    /// <summary>Takes over a report; false when there are as many stations as there may be. A last will keeps what was known but the state.</summary>
    public bool Put(StationId station, StationHealth health)
    {
        if (_healths.Count >= IngestLimits.HealthStationsMax && !_healths.ContainsKey(station))
        {
            return false;
        }

        _healths.AddOrUpdate(
            station,
            health,
            (_, before) => health.At == 0 ? before with { State = health.State } : health);
        return true;
    }
}
