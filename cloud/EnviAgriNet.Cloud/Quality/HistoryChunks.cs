using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Cloud.ReadingStore.Verdicts;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Quality;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.Quality;

/// <summary>
/// Judges history under one key, chunk after chunk, each in one transaction. What the key judged before, of as many readings, is
/// passed over: so it may be cut off anywhere and begun again.
/// </summary>
internal sealed class HistoryChunks(
    IReadings readings,
    IReadingCounts counts,
    VerdictBook verdicts,
    QualityVersionBook versions,
    IStationBook stations,
    StationNeighbours neighbours)
{
    /// <summary>Judges the next chunks as they are asked for; each result is what one chunk did.</summary>
    public IEnumerable<ChunkOutcome> Judge(
        QualityLimits limits, long key, IReadOnlyList<StationId> wanted, DateTimeOffset from, DateTimeOffset to)
    {
        DateTimeOffset end = to > HourOf(to) ? HourOf(to).AddHours(1) : to;
        List<StationId[]> groups = GroupsOf(wanted);
        long chunks = groups.Sum(g => (long)Math.Ceiling((end - HourOf(from)).TotalHours / HoursOf(g)));
        long done = 0;
        foreach (StationId[] group in groups)
        {
            int hours = HoursOf(group);
            for (DateTimeOffset begin = HourOf(from); begin < end; begin = begin.AddHours(hours))
            {
                DateTimeOffset until = begin.AddHours(hours) < end ? begin.AddHours(hours) : end;
                ChunkJudge chunk = new(limits, readings, neighbours, begin, until);
                IReadOnlyList<JudgedHour> judged =
                    [.. group.SelectMany(station => JudgeStation(chunk, key, station, begin, until))];
                IReadOnlyList<JudgedHour> changed = judged.Count == 0 ? [] : verdicts.Write(key, judged);
                yield return new ChunkOutcome(++done, chunks, chunk.Count, chunk.Changed, [.. changed.Select(c => c.Station).Distinct()]);
            }
        }
    }

    private static int HoursOf(StationId[] group) =>
        Math.Clamp(Limits.ChunkStationHoursMax / group.Length, 1, Limits.ChunkHoursMax);

    private static DateTimeOffset HourOf(DateTimeOffset time) => new Slot(0, Slot.HourOf(time)).From;

    private IReadOnlyList<JudgedHour> JudgeStation(
        ChunkJudge chunk, long key, StationId station, DateTimeOffset from, DateTimeOffset to)
    {
        IReadOnlyDictionary<DateTimeOffset, long> before = verdicts.ReadCounts(key, station, from, to);
        DateTimeOffset[] due =
        [
            .. counts.ReadCounts(station, from, to)
                .Where(h => before.GetValueOrDefault(h.From, -1) != h.Readings).Select(h => h.From),
        ];
        return due.Length == 0 ? [] : chunk.Judge(station, due, verdicts.Read(station, from, to, versions.NumberOf));
    }

    /// <summary>Stations of a province together, since each needs its neighbours; those that are not registered by themselves.</summary>
    private List<StationId[]> GroupsOf(IReadOnlyList<StationId> wanted)
    {
        IEnumerable<StationId> all = wanted.Count > 0 ? wanted : readings.Series(null).Select(s => s.Station).Distinct().Order();
        return
        [
            .. all.GroupBy(s => stations.Find(s)?.Region.Province)
                .SelectMany(g => g.Chunk(g.Key is null ? 1 : Limits.ChunkStationHoursMax)),
        ];
    }
}

/// <summary>What one chunk of history did.</summary>
/// <param name="Done">Chunks that are done.</param>
/// <param name="Chunks">Chunks in all.</param>
/// <param name="Readings">Readings that were judged.</param>
/// <param name="FlagsChanged">Readings that have another flag now than before, by the test that set it.</param>
/// <param name="Changed">Stations of which something is thought otherwise than before.</param>
internal sealed record ChunkOutcome(
    long Done, long Chunks, long Readings, IReadOnlyDictionary<QualityTest, long> FlagsChanged, IReadOnlyList<StationId> Changed);
