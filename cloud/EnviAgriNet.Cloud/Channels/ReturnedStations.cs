using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Cloud.Channels;

/// <summary>
/// Which stations came back: were offline or not heard of, and are online now. Holds each station once, so that it cannot outgrow
/// the number of stations. Safe for use by several threads.
/// </summary>
internal sealed class ReturnedStations
{
    private readonly Lock _guard = new();
    private readonly HashSet<StationId> _online = [];
    private readonly HashSet<StationId> _returned = [];

    /// <summary>Takes a report; true when the station came back with it.</summary>
    public bool Hear(StationId station, bool isOnline)
    {
        lock (_guard)
        {
            if (!isOnline)
            {
                _online.Remove(station);
                return false;
            }

            return _online.Count < Limits.StationsHeardMax && _online.Add(station) && _returned.Add(station);
        }
    }

    /// <summary>The stations that came back since the last call.</summary>
    public IReadOnlyList<StationId> Take()
    {
        lock (_guard)
        {
            StationId[] returned = [.. _returned];
            _returned.Clear();
            return returned;
        }
    }

    /// <summary>Puts back what could not be acted upon.</summary>
    public void Return(IReadOnlyList<StationId> stations)
    {
        lock (_guard)
        {
            _returned.UnionWith(stations);
        }
    }
}
