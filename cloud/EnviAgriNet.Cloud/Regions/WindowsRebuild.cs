using EnviAgriNet.Cloud.Quality;
using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Core.Hazards;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.Regions;

/// <summary>
/// Brings a partition back at start: windows from readings that were judged before, silently; then everything after that in
/// the order of measurement, as if it had just come in. Reads in spans of a week, so memory does not grow with the outage.
/// </summary>
internal sealed class WindowsRebuild(
    IReadingStore store,
    HazardRules rules,
    HazardMemory memory,
    NetworkClock clock,
    TimeSpan unjudgedMax,
    QualityGate? quality = null)
{
    private static readonly TimeSpan Chunk = TimeSpan.FromDays(7);
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);

    // The newest readings are recalled in the order of time, so that they are judged as they were when they came.
    private static readonly TimeSpan LiveBack = TimeSpan.FromHours(3);

    private readonly List<(Site Site, JudgedReading Reading)> _recent = [];

    /// <summary>Brings back the partition that judges these stations; returns how many readings it judged.</summary>
    public async Task<long> RunAsync(
        Partition partition, IReadOnlyList<Station> stations, CancellationToken cancellationToken)
    {
        List<Pending> pending = [];
        _recent.Clear();
        foreach (Station station in stations)
        {
            if (partition.SiteOf(station.Id) is not { } site)
            {
                continue;
            }

            foreach (SeriesId series in store.Series(station.Id).Where(s => Measures.Take(s.Name.Quantity.Code)))
            {
                DateTimeOffset newest = NewestOf(series);
                DateTimeOffset from = Recall(partition, site, series, newest);
                if (from <= newest)
                {
                    pending.Add(new Pending(site, series, from, newest));
                }
            }
        }

        foreach (SiteReading reading in Recall(_recent))
        {
            partition.Take(reading);
        }

        return await JudgeAsync(partition, pending, cancellationToken);
    }

    private DateTimeOffset Recall(Partition partition, Site site, SeriesId series, DateTimeOffset newest)
    {
        if (memory.JudgedUntil.TryGetValue(site.Region.Province, out DateTimeOffset judged))
        {
            foreach (JudgedReading reading in Read(series, judged - rules.MemoryOf(series.Name.Quantity.Code), judged + Tick))
            {
                if (reading.Raw.TakenAt < judged - LiveBack)
                {
                    partition.Take(new SiteReading(site, reading.Effective));
                }
                else
                {
                    _recent.Add((site, reading));
                }
            }

            return judged + Tick;
        }

        DateTimeOffset first = store.ReadDaily(series, Protocol.Limits.TakenAtMin, newest + Tick) is [RollUp day, ..] ? day.From : newest;
        DateTimeOffset earliest = clock is { Mode: NetworkTimeMode.Wall, Now: { } now } ? now - unjudgedMax : first;
        return first > earliest ? first : earliest;
    }

    private DateTimeOffset NewestOf(SeriesId series) =>
        store.Latest(series.Station).Where(r => r.Series.Equals(series.Name)).Select(r => r.TakenAt)
            .DefaultIfEmpty(DateTimeOffset.MinValue).Max();

    private async Task<long> JudgeAsync(Partition partition, List<Pending> pending, CancellationToken cancellationToken)
    {
        long judged = 0;
        while (pending.Count > 0)
        {
            DateTimeOffset start = pending.Min(p => p.From);
            DateTimeOffset end = start + Chunk;
            List<(Site, JudgedReading)> readings = [];
            foreach (Pending series in pending.Where(p => p.From < end))
            {
                readings.AddRange(Read(series.Series, series.From, end).Select(r => (series.Site, r)));
            }

            judged += readings.Count;
            await partition.JudgeAsync(Recall(readings), cancellationToken);
            pending = pending.ConvertAll(p => p.From < end ? p with { From = end } : p);
            pending.RemoveAll(p => p.From > p.Newest);
        }

        await partition.SaveAllAsync(cancellationToken);
        return judged;
    }

    private IEnumerable<JudgedReading> Read(SeriesId series, DateTimeOffset from, DateTimeOffset to) =>
        quality?.Read(series, from, to) ?? store.Read(series, from, to).Select(JudgedReading.Of);

    private List<SiteReading> Recall(List<(Site Site, JudgedReading Reading)> stored)
    {
        List<(Site Site, JudgedReading Reading)> ordered = [.. stored.OrderBy(s => s.Reading.Raw.TakenAt)];
        IReadOnlyList<Reading> recalled = quality?.Recall([.. ordered.Select(s => (s.Site.Station, s.Reading))])
            ?? [.. ordered.Select(s => s.Reading.Effective)];
        return [.. ordered.Zip(recalled, (s, reading) => new SiteReading(s.Site, reading))];
    }

    private sealed record Pending(Site Site, SeriesId Series, DateTimeOffset From, DateTimeOffset Newest);
}
