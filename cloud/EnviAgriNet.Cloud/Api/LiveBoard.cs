using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.Api;

/// <summary>
/// The newest value of every series. Streams read from it what changed since they last looked, so that a slow one misses steps, never
/// the newest value, and holds nothing up. Safe for use by several threads.
/// </summary>
internal sealed class LiveBoard
{
    private readonly Lock _guard = new();
    private readonly Dictionary<SeriesId, Entry> _entries = [];
    private long _change;
    private TaskCompletionSource _next = New();

    /// <summary>How many series found no room.</summary>
    public long Overflowed { get; private set; }

    /// <summary>Completes at the next change. Take it before <see cref="Since"/>, so that no change slips between.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    /// <summary>Takes over what was committed; older readings than the newest change nothing.</summary>
    public void OnCommitted(IReadOnlyList<CommittedPack> packs)
    {
        bool isChanged = false;
        lock (_guard)
        {
            foreach (CommittedPack pack in packs)
            {
                foreach (Reading reading in pack.Fresh)
                {
                    isChanged |= Put(new SeriesId(pack.Station, reading.Series), reading);
                }
            }
        }

        if (isChanged)
        {
            Interlocked.Exchange(ref _next, New()).SetResult();
        }
    }

    /// <summary>Takes over the flags that hold by now of the newest readings of a station.</summary>
    public void OnJudged(StationId station, IReadOnlyList<Reading> readings)
    {
        bool isChanged = false;
        lock (_guard)
        {
            foreach (Reading reading in readings)
            {
                SeriesId series = new(station, reading.Series);
                isChanged |= _entries.TryGetValue(series, out Entry entry) && entry.Newest.TakenAt == reading.TakenAt
                    && entry.Newest != reading && Put(series, reading);
            }
        }

        if (isChanged)
        {
            Interlocked.Exchange(ref _next, New()).SetResult();
        }
    }

    /// <summary>All newest values by station.</summary>
    public IReadOnlyDictionary<StationId, IReadOnlyList<Reading>> All()
    {
        lock (_guard)
        {
            return _entries.GroupBy(entry => entry.Key.Station).ToDictionary(
                group => group.Key,
                group => (IReadOnlyList<Reading>)[.. group.Select(entry => entry.Value.Newest).OrderBy(r => r.Series.Text, StringComparer.Ordinal)]);
        }
    }

    /// <summary>The newest value of every series of a quantity, by station.</summary>
    public IReadOnlyDictionary<StationId, IReadOnlyList<Reading>> OfQuantity(string quantity)
    {
        Dictionary<StationId, IReadOnlyList<Reading>> found = [];
        lock (_guard)
        {
            foreach ((SeriesId series, Entry entry) in _entries)
            {
                if (series.Name.Quantity.Code == quantity)
                {
                    found[series.Station] = found.TryGetValue(series.Station, out IReadOnlyList<Reading>? others)
                        ? [.. others, entry.Newest]
                        : [entry.Newest];
                }
            }
        }

        return found;
    }

    /// <summary>The values that changed after a change number, at most so many, the longest unseen first.</summary>
    public LiveChanges Since(long change, int most)
    {
        lock (_guard)
        {
            List<(SeriesId Series, Reading Newest, long Change)> changed = [];
            if (_change > change)
            {
                foreach ((SeriesId series, Entry entry) in _entries)
                {
                    if (entry.Change > change)
                    {
                        changed.Add((series, entry.Newest, entry.Change));
                    }
                }
            }

            changed.Sort((left, right) => left.Change.CompareTo(right.Change));
            bool isCut = changed.Count > most;
            if (isCut)
            {
                changed.RemoveRange(most, changed.Count - most);
            }

            long upTo = isCut ? changed[^1].Change : _change;
            return new LiveChanges([.. changed.Select(c => (c.Series, c.Newest))], upTo, upTo - change - changed.Count, isCut);
        }
    }

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

    private bool Put(SeriesId series, Reading reading)
    {
        if (_entries.TryGetValue(series, out Entry before))
        {
            if (reading.TakenAt < before.Newest.TakenAt)
            {
                return false;
            }
        }
        else if (_entries.Count == Limits.SeriesMax)
        {
            Overflowed++;
            return false;
        }

        _entries[series] = new Entry(reading, ++_change);
        return true;
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly record struct Entry(Reading Newest, long Change);
}

/// <summary>What changed.</summary>
/// <param name="Values">The newest value of each series that changed.</param>
/// <param name="UpTo">The change number to ask from next time.</param>
/// <param name="Skipped">Values between that were overtaken before they could be sent; a cut list may count some of them later.</param>
/// <param name="IsCut">Whether there is more already.</param>
internal sealed record LiveChanges(IReadOnlyList<(SeriesId Series, Reading Newest)> Values, long UpTo, long Skipped, bool IsCut);
