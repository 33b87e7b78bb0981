using System.Collections.Concurrent;
using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Cloud.Api.Series;

/// <summary>
/// Counts what was stored or judged of each station, so that an answer made of its readings can be told to be still the same. Safe for
/// use by several threads.
/// </summary>
internal sealed class StationEditions(TimeProvider time)
{
    private readonly long _boot = time.GetUtcNow().ToUnixTimeMilliseconds();
    private readonly ConcurrentDictionary<StationId, long> _changes = new();
    private long _change;

    /// <summary>Names the present state of a station; another one after each change and each start.</summary>
    public string Of(StationId station) => $"{_boot:x}-{_changes.GetValueOrDefault(station):x}";

    /// <summary>Names the present state of all stations.</summary>
    public string OfAll() => $"{_boot:x}-{Volatile.Read(ref _change):x}";

    /// <summary>Takes over what was committed.</summary>
    public void OnCommitted(IReadOnlyList<CommittedPack> packs)
    {
        foreach (CommittedPack pack in packs)
        {
            if (pack.Fresh.Count > 0)
            {
                OnChanged(pack.Station);
            }
        }
    }

    /// <summary>Something about a station is others than before.</summary>
    public void OnChanged(StationId station) => _changes[station] = Interlocked.Increment(ref _change);
}
