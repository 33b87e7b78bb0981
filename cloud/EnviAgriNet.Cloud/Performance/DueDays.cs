using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.Performance;

/// <summary>Which days of which stations are to be counted, and when. Safe for use by several threads.</summary>
internal sealed class DueDays(TimeProvider time)
{
    private readonly Lock _guard = new();
    private readonly Dictionary<(StationId Station, int Day), DateTimeOffset> _due = [];
    private readonly HashSet<(StationId Station, int Day)> _known = [];

    /// <summary>Days that were left out because too many waited.</summary>
    public long Dropped { get; private set; }

    /// <summary>How many wait.</summary>
    public int Count
    {
        get
        {
            lock (_guard)
            {
                return _due.Count;
            }
        }
    }

    /// <summary>Fresh readings: their days are counted soon, those counted lately a little later.</summary>
    public void OnCommitted(IReadOnlyList<CommittedPack> packs)
    {
        int today = LocalDay.Of(time.GetUtcNow());
        foreach (CommittedPack pack in packs)
        {
            int last = int.MinValue;
            foreach (Reading reading in pack.Fresh)
            {
                int day = LocalDay.Of(reading.TakenAt);
                if (day != last && day >= today - Limits.DaysBackMax)
                {
                    Add(pack.Station, day);
                    last = day;
                }
            }
        }
    }

    /// <summary>A day of a station is to be counted.</summary>
    public void Add(StationId station, int day)
    {
        DateTimeOffset now = time.GetUtcNow();
        lock (_guard)
        {
            if (_due.ContainsKey((station, day)))
            {
                return;
            }

            if (_due.Count >= Limits.DueDaysMax)
            {
                Dropped++;
                return;
            }

            if (_known.Count >= Limits.DueDaysMax)
            {
                _known.Clear();
            }

            _due.Add((station, day), now + (_known.Add((station, day)) ? Limits.DayCountFirst : Limits.DayCountEvery));
        }
    }

    /// <summary>Takes out days whose time has come, the newest first, so that what is looked at now does not wait for the past.</summary>
    public IReadOnlyList<(StationId Station, int Day)> Take(int most)
    {
        DateTimeOffset now = time.GetUtcNow();
        lock (_guard)
        {
            List<(StationId Station, int Day)> taken =
                [.. _due.Where(d => d.Value <= now).OrderByDescending(d => d.Key.Day).Take(most).Select(d => d.Key)];
            foreach ((StationId Station, int Day) key in taken)
            {
                _due.Remove(key);
            }

            return taken;
        }
    }
}
