using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Cloud.ReadingStore.Verdicts;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.Quality;

/// <summary>
/// Judges hours of stations that lie near each other in time and place, and reads each series once for all of them. A chunk is held in
/// memory as a whole; it is not to be used for a second one.
/// </summary>
internal sealed class ChunkJudge
{
    private readonly QualityJudge _judge;
    private readonly IReadings _readings;
    private readonly StationNeighbours _neighbours;
    private readonly DateTimeOffset _from;
    private readonly DateTimeOffset _to;
    private readonly Dictionary<StationId, IReadOnlyList<SeriesId>> _series = [];
    private readonly Dictionary<SeriesId, IReadOnlyList<Reading>> _read = [];

    public ChunkJudge(
        QualityLimits limits, IReadings readings, StationNeighbours neighbours, DateTimeOffset from, DateTimeOffset to)
    {
        _judge = new QualityJudge(limits);
        _readings = readings;
        _neighbours = neighbours;
        _from = from;
        _to = to;
    }

    /// <summary>How many readings have another flag now than before, by the test that set it; None for those that are good again.</summary>
    public Dictionary<QualityTest, long> Changed { get; } = [];

    /// <summary>How many readings were judged.</summary>
    public long Count { get; private set; }

    /// <summary>Judges the wanted hours of a station; <paramref name="before"/> is what held of them so far.</summary>
    public IReadOnlyList<JudgedHour> Judge(StationId station, IReadOnlyCollection<DateTimeOffset> hours, StationVerdicts before)
    {
        DateTimeOffset from = hours.Min();
        DateTimeOffset to = hours.Max().AddHours(1);
        StationRecord record = new(
            station, 0, SeriesOf(station).ToDictionary(s => s.Name, s => Cut(ReadSeries(s), from - _judge.LookBackOf(s.Name), to + Limits.NeighbourApartMax)));
        IReadOnlyDictionary<SeriesName, IReadOnlyList<Reading>> judged = _judge.Judge(record, RecordsAround(station), from, to);
        List<JudgedHour> done = [];
        foreach (DateTimeOffset hour in hours.Order())
        {
            done.Add(Judge(station, hour, record, judged, before));
        }

        return done;
    }

    private JudgedHour Judge(
        StationId station,
        DateTimeOffset hour,
        StationRecord record,
        IReadOnlyDictionary<SeriesName, IReadOnlyList<Reading>> judged,
        StationVerdicts before)
    {
        long count = 0;
        List<SeriesVerdicts> verdicts = [];
        foreach ((SeriesName name, IReadOnlyList<Reading> readings) in judged)
        {
            IReadOnlyList<Reading> raw = Cut(record.Series[name], hour, hour.AddHours(1));
            IReadOnlyList<Reading> now = Cut(readings, hour, hour.AddHours(1));
            verdicts.Add(new SeriesVerdicts(name, QualityJudge.Differing(raw, now)));
            count += raw.Count;
            CountChanged(raw, now, before);
        }

        Count += count;
        return new JudgedHour(station, hour, count, verdicts);
    }

    private void CountChanged(IReadOnlyList<Reading> raw, IReadOnlyList<Reading> now, StationVerdicts before)
    {
        for (int i = 0; i < raw.Count; i++)
        {
            QualityFlag flag = before.Find(raw[i].Series, raw[i].TakenAt)?.Flag ?? raw[i].Quality;
            if (flag != now[i].Quality)
            {
                Changed[now[i].Test] = Changed.GetValueOrDefault(now[i].Test) + 1;
            }
        }
    }

    private StationRecord[] RecordsAround(StationId station) =>
    [
        .. _neighbours.Of(station).Select(n => new StationRecord(
            n.Station,
            n.Kilometres,
            SeriesOf(n.Station).Where(s => _judge.AsksNeighbours(s.Name)).ToDictionary(s => s.Name, ReadSeries))),
    ];

    private IReadOnlyList<SeriesId> SeriesOf(StationId station)
    {
        if (!_series.TryGetValue(station, out IReadOnlyList<SeriesId>? series))
        {
            _series[station] = series = _readings.Series(station);
        }

        return series;
    }

    private IReadOnlyList<Reading> ReadSeries(SeriesId series)
    {
        if (!_read.TryGetValue(series, out IReadOnlyList<Reading>? readings))
        {
            // The end reaches beyond the span, for a spike shows in what follows it, and neighbours measure at other seconds.
            readings = _readings.Read(series, _from - _judge.LookBackOf(series.Name), _to + Limits.NeighbourApartMax);
            _read[series] = readings;
        }

        return readings;
    }

    private static IReadOnlyList<Reading> Cut(IReadOnlyList<Reading> readings, DateTimeOffset from, DateTimeOffset to)
    {
        int first = IndexOf(readings, from);
        int end = IndexOf(readings, to);
        return first == 0 && end == readings.Count ? readings : [.. readings.Skip(first).Take(end - first)];
    }

    private static int IndexOf(IReadOnlyList<Reading> readings, DateTimeOffset time)
    {
        int low = 0;
        int high = readings.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = readings[middle].TakenAt < time ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
