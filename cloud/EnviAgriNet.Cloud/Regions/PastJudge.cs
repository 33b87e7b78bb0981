using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Hazards;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.Regions;

/// <summary>
/// Judges a span of the past again once its readings are in: what came and went wholly in it is told to nobody and belongs into the
/// record. What began before it, or is not over yet, is the business of the regions that judge the present. Reads a week at a time.
/// </summary>
internal sealed class PastJudge(IReadingStore store, IStationBook stations)
{
    private static readonly TimeSpan Chunk = TimeSpan.FromDays(7);

    /// <summary>The changes of the events that came and went, for the record only, in order.</summary>
    /// <param name="provinceId">The province.</param>
    /// <param name="rules">The rules that are on.</param>
    /// <param name="span">The span.</param>
    /// <param name="until">How far the present is judged; later readings are left to it.</param>
    public IReadOnlyList<HazardChange> Judge(RegionId provinceId, HazardRules rules, PastSpan span, DateTimeOffset until)
    {
        Province province = new(provinceId, rules, new Dictionary<(RegionId, HazardKind), TrackerState>());
        List<(SeriesId Series, Site Site)> series = [.. stations.All.Where(s => s.Region.Province == provinceId)
            .SelectMany(s => store.Series(s.Id).Where(n => Measures.Take(n.Name.Quantity.Code)).Select(n => (n, s.ToSite())))];
        TimeSpan memory = series.Select(s => rules.MemoryOf(s.Series.Name.Quantity.Code)).DefaultIfEmpty().Max();
        List<HazardChange> changes = [];
        for (DateTimeOffset from = span.From - memory; from <= until; from += Chunk)
        {
            DateTimeOffset end = from + Chunk < until ? from + Chunk : until.AddTicks(1);
            foreach (SiteReading reading in Read(series, rules, span, from, end))
            {
                if (reading.Reading.TakenAt < span.From)
                {
                    province.Take(reading);
                }
                else
                {
                    // So late a now makes every judgement one for the record only.
                    changes.AddRange(province.Accept([reading], DateTimeOffset.MaxValue));
                }
            }
        }

        changes.AddRange(province.Advance(until + rules.LateAfter));
        HashSet<string> over = [.. changes.Where(c => c.Kind is ChangeKind.Ended or ChangeKind.Lapsed).Select(c => c.EventId)];
        HashSet<string> within = [.. changes.Where(c => c.Kind == ChangeKind.Opened && c.Onset <= span.To).Select(c => c.EventId)];
        return changes.FindAll(c => over.Contains(c.EventId) && within.Contains(c.EventId));
    }

    private List<SiteReading> Read(
        List<(SeriesId Series, Site Site)> series, HazardRules rules, PastSpan span, DateTimeOffset from, DateTimeOffset end)
    {
        List<SiteReading> readings = [];
        foreach ((SeriesId id, Site site) in series)
        {
            DateTimeOffset first = span.From - rules.MemoryOf(id.Name.Quantity.Code);
            first = first > from ? first : from;
            if (first < end)
            {
                readings.AddRange(store.Read(id, first, end).Select(r => new SiteReading(site, r)));
            }
        }

        return [.. readings.OrderBy(r => r.Reading.TakenAt)];
    }
}
