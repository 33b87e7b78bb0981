using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Cloud.ReadingStore.Verdicts;
using EnviAgriNet.Cloud.Registry.Quality;
using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Cloud.Quality;

/// <summary>
/// Finds hours that have readings nobody judged, by comparing what the store has with what was judged: after a start, after a loss of
/// verdicts, and when more hours were due than are remembered. Station by station, so that a turn of it is short.
/// </summary>
internal sealed class UnjudgedHours(
    IReadings readings, IReadingCounts counts, VerdictBook verdicts, QualityVersionBook versions, DueHours due)
{
    private readonly Queue<StationId> _toSearch = new();
    private long _lossesSeen = -1;

    /// <summary>Begins anew with all stations when something may be missing; true if so.</summary>
    public bool NoticeLosses()
    {
        long losses = verdicts.Losses;
        if (losses == _lossesSeen && !due.TakeLeftOut())
        {
            return false;
        }

        _lossesSeen = losses;
        _toSearch.Clear();
        foreach (StationId station in readings.Series(null).Select(s => s.Station).Distinct())
        {
            _toSearch.Enqueue(station);
        }

        return true;
    }

    /// <summary>Searches one station; false when there is none to search, or enough is due already.</summary>
    public bool SearchOne(VersionLimits limits, DateTimeOffset now, TimeSpan searchBack)
    {
        if (due.Count >= Limits.SearchPauseAt || !_toSearch.TryPeek(out StationId station) || versions.Live is not { } live)
        {
            return false;
        }

        DateTimeOffset from = live.From > now - searchBack ? live.From : now - searchBack;
        DateTimeOffset to = now.AddHours(1);
        IReadOnlyDictionary<DateTimeOffset, long> judged = verdicts.ReadCounts(live.Key, station, from, to);
        foreach (HourCount hour in counts.ReadCounts(station, from, to))
        {
            if (judged.GetValueOrDefault(hour.From, -1) != hour.Readings && limits.Find(station, hour.From) is { } version
                && (version.Number == live.Number || IsLeft(version, station, hour)))
            {
                due.Add(station, hour.From);
            }
        }

        _toSearch.Dequeue();
        return true;
    }

    private bool IsLeft(QualityVersion version, StationId station, HourCount hour) =>
        verdicts.ReadCounts(version.Key, station, hour.From, hour.From.AddHours(1)).GetValueOrDefault(hour.From, -1) != hour.Readings;
}
