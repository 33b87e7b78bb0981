using System.Security.Cryptography;
using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.Api;

/// <summary>
/// The newest value of every series, each with the number of its last change. Streams read from it what changed since they last looked, so
/// that a slow one misses steps, never the newest value, and holds nothing up. Safe for use by several threads.
/// </summary>
internal sealed class LiveBoard
{
    private readonly Lock _guard = new();
    private readonly Dictionary<StationId, Dictionary<SeriesName, Entry>> _stations = [];

    /// <summary>The series of the last changes, oldest first: change number <see cref="_change"/> is the last.</summary>
    private readonly Queue<SeriesId> _recent = [];

    private readonly string _boot = RandomNumberGenerator.GetHexString(8, lowercase: true);
    private int _count;
    private long _change;

    /// <summary>How many series found no room.</summary>
    public long Overflowed { get; private set; }

    /// <summary>The number of the newest change.</summary>
    public long Change
    {
        get
        {
            lock (_guard)
            {
                return _change;
            }
        }
    }

    /// <summary>Names the newest change, also after a restart, when numbers begin anew.</summary>
    public string Position => PositionOf(Change);

    /// <summary>The name of a change.</summary>
    public string PositionOf(long change) => $"{_boot}.{change}";

    /// <summary>The change of a name; false for one from before a restart, or for none at all.</summary>
    public bool TryFindPosition(string? position, out long change)
    {
        change = 0;
        return position?.Split('.') is [string boot, string number] && boot == _boot && long.TryParse(number, out change) && change >= 0
            && change <= Change;
    }

    /// <summary>Takes over what was committed; older readings than the newest change nothing.</summary>
    public void OnCommitted(IReadOnlyList<CommittedPack> packs)
    {
        lock (_guard)
        {
            foreach (CommittedPack pack in packs)
            {
                foreach (Reading reading in pack.Fresh)
                {
                    Put(pack.Station, reading);
                }
            }
        }
    }

    /// <summary>Takes over the flags that hold by now of the newest readings of a station.</summary>
    public void OnJudged(StationId station, IReadOnlyList<Reading> readings)
    {
        lock (_guard)
        {
            foreach (Reading reading in readings)
            {
                if (_stations.TryGetValue(station, out Dictionary<SeriesName, Entry>? series)
                    && series.TryGetValue(reading.Series, out Entry entry)
                    && entry.Newest.TakenAt == reading.TakenAt
                    && entry.Newest != reading)
                {
                    Put(station, reading);
                }
            }
        }
    }

    /// <summary>All newest values by station.</summary>
    public IReadOnlyDictionary<StationId, IReadOnlyList<Reading>> All()
    {
        lock (_guard)
        {
            return _stations.ToDictionary(
                station => station.Key,
                station => (IReadOnlyList<Reading>)
                    [.. station.Value.Values.Select(entry => entry.Newest).OrderBy(r => r.Series.Text, StringComparer.Ordinal)]);
        }
    }

    /// <summary>The newest value of every series of a quantity, by station.</summary>
    public IReadOnlyDictionary<StationId, IReadOnlyList<Reading>> OfQuantity(string quantity)
    {
        Dictionary<StationId, IReadOnlyList<Reading>> found = [];
        lock (_guard)
        {
            foreach ((StationId station, Dictionary<SeriesName, Entry> series) in _stations)
            {
                Reading[] readings = [.. series.Where(one => one.Key.Quantity.Code == quantity).Select(one => one.Value.Newest)];
                if (readings.Length > 0)
                {
                    found[station] = readings;
                }
            }
        }

        return found;
    }

    /// <summary>The values that changed after a change number, at most so many, the longest unseen first.</summary>
    /// <param name="change">The number; 0 for all.</param>
    /// <param name="most">How many.</param>
    /// <param name="filter">Which series; null for all.</param>
    public LiveChanges Since(long change, int most, LiveFilter? filter = null)
    {
        lock (_guard)
        {
            List<LiveChange> changed = _change > change ? Collect(change, filter) : [];
            changed.Sort((left, right) => left.Change.CompareTo(right.Change));
            bool isCut = changed.Count > most;
            if (isCut)
            {
                changed.RemoveRange(most, changed.Count - most);
            }

            long upTo = isCut ? changed[^1].Change : _change;
            return new LiveChanges(changed, upTo, filter is null ? upTo - change - changed.Count : 0, isCut);
        }
    }

    private List<LiveChange> Collect(long change, LiveFilter? filter)
    {
        // What changed of late is found in the queue, however many series there are.
        long behind = _change - change;
        if (filter?.Stations is null && behind <= _recent.Count && behind < _count)
        {
            return [.. _recent.Skip(_recent.Count - (int)behind).Distinct()
                .Select(id => (Id: id, Entry: _stations[id.Station][id.Name]))
                .Where(found => filter is null || filter.HasSeries(found.Id.Name))
                .Select(found => new LiveChange(found.Id, found.Entry.Newest, found.Entry.Change))];
        }

        List<LiveChange> changed = [];
        foreach (StationId station in filter?.Stations ?? (IEnumerable<StationId>)_stations.Keys)
        {
            foreach ((SeriesName name, Entry entry) in _stations.GetValueOrDefault(station) ?? [])
            {
                if (entry.Change > change && (filter is null || filter.HasSeries(name)))
                {
                    changed.Add(new LiveChange(new SeriesId(station, name), entry.Newest, entry.Change));
                }
            }
        }

        return changed;
    }

    private void Put(StationId station, Reading reading)
    {
        if (!_stations.TryGetValue(station, out Dictionary<SeriesName, Entry>? series))
        {
            _stations[station] = series = [];
        }

        if (series.TryGetValue(reading.Series, out Entry before))
        {
            if (reading.TakenAt < before.Newest.TakenAt)
            {
                return;
            }
        }
        else if (_count == Limits.SeriesMax)
        {
            Overflowed++;
            return;
        }
        else
        {
            _count++;
        }

        series[reading.Series] = new Entry(reading, ++_change);
        _recent.Enqueue(new SeriesId(station, reading.Series));
        if (_recent.Count > Limits.ChangesRememberedMax)
        {
            _recent.Dequeue();
        }
    }

    private readonly record struct Entry(Reading Newest, long Change);
}

/// <summary>What changed.</summary>
/// <param name="Values">The newest value of each series that changed.</param>
/// <param name="UpTo">The change number to ask from next time.</param>
/// <param name="Skipped">Values of any series between that were overtaken before they could be sent; a cut list may count some of them later.</param>
/// <param name="IsCut">Whether there is more already.</param>
internal sealed record LiveChanges(IReadOnlyList<LiveChange> Values, long UpTo, long Skipped, bool IsCut);

/// <summary>The newest value of a series and the number of its change.</summary>
internal readonly record struct LiveChange(SeriesId Series, Reading Newest, long Change);
