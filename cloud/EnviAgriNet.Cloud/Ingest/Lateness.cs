using EnviAgriNet.Cloud.Regions;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Ingest;

/// <summary>
/// From when on a reading is not late. In a replay the network's time follows the judgement of the regions, which may lag far behind
/// the commits; there the packs that arrived before count as well, so that a backlog is late however quickly it is committed.
/// </summary>
internal sealed class Lateness(NetworkClock clock, IOptions<CloudOptions> cloud)
{
    private DateTimeOffset _newestArrived = DateTimeOffset.MinValue;

    /// <summary>The bound for a pack that arrives now; in a replay the pack counts for those after it.</summary>
    public DateTimeOffset BoundFor(IngestItem item)
    {
        DateTimeOffset now = clock.Now ?? DateTimeOffset.MinValue;
        if (clock.Mode == NetworkTimeMode.Replay)
        {
            now = now > _newestArrived ? now : _newestArrived;
            foreach (DateTimeOffset takenAt in item.Decoded?.Pack?.Readings.Select(r => r.TakenAt) ?? [])
            {
                _newestArrived = takenAt > _newestArrived ? takenAt : _newestArrived;
            }
        }

        return now - DateTimeOffset.MinValue > cloud.Value.LateAfter ? now - cloud.Value.LateAfter : DateTimeOffset.MinValue;
    }
}
