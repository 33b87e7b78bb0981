using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Cloud.Performance;

/// <summary>Sums up what was seen of the lines of all stations until it is written. Not safe for several threads.</summary>
internal sealed class LineTally(TimeSpan silentAfter)
{
    private readonly Dictionary<StationId, LinkWord> _words = [];
    private readonly Dictionary<(StationId Station, int Day), (long Online, long Offline)> _days = [];
    private readonly List<LineChange> _changes = [];

    /// <summary>
    /// Takes a look at all stations. What passed since the look before counts for what is known now; after a pause longer than two
    /// looks, as of a machine that slept, and while the cloud itself is cut off, it counts for nothing.
    /// </summary>
    public void Look(IEnumerable<KeyValuePair<StationId, HeardHealth>> heard, DateTimeOffset now, TimeSpan passed, bool isCutOff)
    {
        long ms = isCutOff || passed < TimeSpan.Zero || passed > 2 * Limits.LinePeriod ? 0 : (long)passed.TotalMilliseconds;
        int day = LocalDay.Of(now);
        foreach ((StationId station, HeardHealth health) in heard)
        {
            LinkWord word = isCutOff ? LinkWord.Unknown : health.WordAt(now, silentAfter);
            NoteChange(station, word, word == LinkWord.Unknown ? now : Earlier(health.HeardAt, now));
            if (word != LinkWord.Unknown && ms > 0)
            {
                (long online, long offline) = _days.GetValueOrDefault((station, day));
                _days[(station, day)] = word == LinkWord.Online ? (online + ms, offline) : (online, offline + ms);
            }
        }
    }

    /// <summary>Gives out what is to be written, and begins anew.</summary>
    public (IReadOnlyList<LineDay> Days, IReadOnlyList<LineChange> Changes) Take()
    {
        List<LineDay> days = [.. _days.Select(d => new LineDay(d.Key.Station, d.Key.Day, d.Value.Online, d.Value.Offline))];
        List<LineChange> changes = [.. _changes];
        _days.Clear();
        _changes.Clear();
        return (days, changes);
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private void NoteChange(StationId station, LinkWord word, DateTimeOffset at)
    {
        if ((!_words.TryGetValue(station, out LinkWord before) || before != word) && _changes.Count < Limits.ChangesHeldMax)
        {
            _words[station] = word;
            _changes.Add(new LineChange(station, at, word));
        }
    }
}
