using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Cloud.Quality;

/// <summary>
/// Hours of stations in which a fresh reading was kept out of the windows. When such an hour is judged as a whole, the windows follow
/// that judgement. Safe for use by several threads.
/// </summary>
internal sealed class WithheldHours
{
    private readonly Lock _guard = new();
    private readonly HashSet<(StationId Station, DateTimeOffset Hour)> _hours = [];

    /// <summary>Notes an hour; when there is no room, the windows keep what was said at first.</summary>
    public void Add(StationId station, DateTimeOffset hour)
    {
        lock (_guard)
        {
            if (_hours.Count < Limits.WithheldHoursMax)
            {
                _hours.Add((station, hour));
            }
        }
    }

    /// <summary>Takes an hour out; whether it was there.</summary>
    public bool Take(StationId station, DateTimeOffset hour)
    {
        lock (_guard)
        {
            return _hours.Remove((station, hour));
        }
    }
}
