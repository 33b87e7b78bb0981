using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.Quality;

/// <summary>
/// Hours of stations that have readings nobody judged as a whole. Safe for use by several threads. It is a memory only: at start, and
/// when it had to leave something out, the hours are found again by comparing the store with what was judged.
/// </summary>
internal sealed class DueHours
{
    private readonly Lock _guard = new();
    private readonly Dictionary<(StationId Station, DateTimeOffset Hour), long> _touched = [];
    private long _turn;
    private bool _hasLeftOut;

    /// <summary>How many hours wait.</summary>
    public int Count
    {
        get
        {
            lock (_guard)
            {
                return _touched.Count;
            }
        }
    }

    /// <summary>Notes the hours of committed readings.</summary>
    public void OnCommitted(IReadOnlyList<CommittedPack> packs)
    {
        lock (_guard)
        {
            foreach (CommittedPack pack in packs)
            {
                long last = long.MinValue;
                foreach (Reading reading in pack.Fresh)
                {
                    long hour = Slot.HourOf(reading.TakenAt);
                    if (hour != last)
                    {
                        last = hour;
                        Put(pack.Station, new Slot(0, hour).From, _turn);
                    }
                }
            }
        }
    }

    /// <summary>Notes an hour whose readings have come long ago.</summary>
    public void Add(StationId station, DateTimeOffset hour)
    {
        lock (_guard)
        {
            Put(station, hour, _turn - 1);
        }
    }

    /// <summary>Begins a turn: hours that get no reading during it may be taken in the next.</summary>
    public void BeginTurn()
    {
        lock (_guard)
        {
            _turn++;
        }
    }

    /// <summary>
    /// Takes out hours that ended by a time and got no reading during this turn, so that a backlog that is still coming is not judged
    /// again and again.
    /// </summary>
    public IReadOnlyList<(StationId Station, DateTimeOffset Hour)> Take(DateTimeOffset endedBy, int most)
    {
        lock (_guard)
        {
            List<(StationId Station, DateTimeOffset Hour)> due =
            [
                .. _touched.Where(t => t.Value < _turn && t.Key.Hour.AddHours(1) <= endedBy).Select(t => t.Key)
                    .OrderByDescending(k => k.Hour).Take(most),
            ];
            due.ForEach(d => _touched.Remove(d));
            return due;
        }
    }

    /// <summary>Whether something was left out since this was asked last.</summary>
    public bool TakeLeftOut()
    {
        lock (_guard)
        {
            bool hasLeftOut = _hasLeftOut;
            _hasLeftOut = false;
            return hasLeftOut;
        }
    }

    private void Put(StationId station, DateTimeOffset hour, long turn)
    {
        if (_touched.Count < Limits.DueHoursMax || _touched.ContainsKey((station, hour)))
        {
            _touched[(station, hour)] = turn;
        }
        else
        {
            _hasLeftOut = true;
        }
    }
}
