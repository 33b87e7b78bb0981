using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.Quality;

/// <summary>
/// What stands between stored readings and the windows of a partition: fresh ones are judged as they come, older ones carry the flag
/// that holds by now. One for each partition; not safe for several threads.
/// </summary>
internal sealed class QualityGate(LiveJudge judge, JudgedReadings readings, WithheldReadings withheld, VerdictNews news)
{
    private long _heard = news.Change;

    /// <summary>Fresh readings of one station, ascending by time, with the flags that hold for now.</summary>
    public IReadOnlyList<Reading> Judge(StationId station, IReadOnlyList<Reading> fresh) => judge.Judge(station, fresh);

    /// <summary>
    /// Readings that were stored before, of many stations, ascending by time: the flag that a version or a person set holds; what nobody
    /// judged yet is judged as if it had just come, and the judge remembers all of them.
    /// </summary>
    public IReadOnlyList<Reading> Recall(IReadOnlyList<(StationId Station, JudgedReading Reading)> stored)
    {
        List<Reading> recalled = [];
        for (int from = 0, to; from < stored.Count; from = to)
        {
            (StationId station, JudgedReading first) = stored[from];
            to = from + 1;
            while (to < stored.Count && stored[to].Station == station && stored[to].Reading.Raw.TakenAt == first.Raw.TakenAt)
            {
                to++;
            }

            IReadOnlyList<Reading> live = judge.Judge(station, [.. stored.Skip(from).Take(to - from).Select(s => s.Reading.Raw)]);
            for (int i = from; i < to; i++)
            {
                recalled.Add(stored[i].Reading.Version > 0 ? stored[i].Reading.Effective : live[i - from]);
            }
        }

        return recalled;
    }

    /// <summary>Stored readings of a series with what is thought of them by now.</summary>
    public IReadOnlyList<JudgedReading> Read(SeriesId series, DateTimeOffset from, DateTimeOffset to) =>
        readings.Judge(series, from, to, JudgedReadings.Newest);

    /// <summary>A stored reading with the flag that holds; what nobody judged as a whole yet has the one it got when it came.</summary>
    public Reading Again(StationId station, JudgedReading stored) =>
        stored.Version > 0 ? stored.Effective : withheld.Find(station, stored.Raw);

    /// <summary>The stations that are thought of otherwise than when this was asked last.</summary>
    public ChangedStations TakeNews()
    {
        ChangedStations changed = news.Since(_heard);
        _heard = changed.Change;
        return changed;
    }
}

/// <summary>Makes a gate for each partition.</summary>
internal sealed class QualityGates(
    QualityLimits limits,
    StationNeighbours neighbours,
    JudgedReadings readings,
    WithheldReadings withheld,
    QualityMetrics metrics,
    VerdictNews news)
{
    /// <summary>Stored readings with the flags that hold.</summary>
    public IReadings Readings => readings;

    /// <summary>A gate that remembers nothing yet.</summary>
    public QualityGate New() => new(new LiveJudge(limits, neighbours, readings, withheld, metrics), readings, withheld, news);
}
