using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Cloud.Quality;

/// <summary>
/// Tells whoever asks at its own pace which stations are thought of otherwise than when it asked last. Safe for use by several
/// threads; what is held is bounded: beyond the bound it says all stations.
/// </summary>
internal sealed class VerdictNews
{
    private readonly Lock _guard = new();
    private readonly Dictionary<StationId, long> _changes = [];
    private long _change;
    private long _allAt;

    /// <summary>The number of the newest change.</summary>
    public long Change => Volatile.Read(ref _change);

    /// <summary>Something about these stations changed; about all when there is none in the list.</summary>
    public void OnChanged(IReadOnlyCollection<StationId> stations)
    {
        lock (_guard)
        {
            long change = _change + 1;
            foreach (StationId station in stations)
            {
                _changes[station] = change;
            }

            if (stations.Count == 0 || _changes.Count > Limits.RefillsMax)
            {
                _changes.Clear();
                _allAt = change;
            }

            Volatile.Write(ref _change, change);
        }
    }

    /// <summary>What changed after a change, and the number to ask from next time.</summary>
    public ChangedStations Since(long change)
    {
        if (Change == change)
        {
            return new ChangedStations(false, [], change);
        }

        lock (_guard)
        {
            return _allAt > change
                ? new ChangedStations(true, [], _change)
                : new ChangedStations(false, [.. _changes.Where(c => c.Value > change).Select(c => c.Key).Order()], _change);
        }
    }
}

/// <summary>Stations that are thought of otherwise than before.</summary>
/// <param name="IsAll">Whether it may be any.</param>
/// <param name="Stations">Else these.</param>
/// <param name="Change">The number of the newest change.</param>
internal sealed record ChangedStations(bool IsAll, IReadOnlyList<StationId> Stations, long Change);
