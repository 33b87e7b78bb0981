using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Hazards;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Commands.Backtest;

/// <summary>Gives stored readings to a trial in the order of measurement, a week at a time, so that memory does not grow with the span.</summary>
/// <param name="reader">The store.</param>
/// <param name="siteOf">What is known of a station; null for one that is not meant.</param>
/// <param name="isWanted">Whether a quantity bears on the trial.</param>
/// <param name="console">Where progress is told.</param>
internal sealed class StoredTrial(
    ReadingsReader reader, Func<StationId, Site?> siteOf, Predicate<string> isWanted, IConsole console)
{
    private static readonly TimeSpan Chunk = TimeSpan.FromDays(7);

    /// <summary>All readings from (included) to (excluded).</summary>
    public TrialReadings Readings(DateTimeOffset from, DateTimeOffset to) => new(null, Read(from, to));

    private IEnumerable<SiteReading> Read(DateTimeOffset from, DateTimeOffset to)
    {
        List<(StoredSeries Series, Site Site)> wanted = [.. reader.Series
            .Where(s => isWanted(s.Name.Quantity.Code))
            .Select(s => (s, siteOf(s.Station))).Where(s => s.Item2 is not null).Select(s => (s.s, s.Item2!))];
        long count = 0;
        for (DateTimeOffset begin = from; begin < to; begin += Chunk)
        {
            DateTimeOffset end = begin + Chunk < to ? begin + Chunk : to;
            List<SiteReading> week = [];
            foreach ((StoredSeries series, Site site) in wanted)
            {
                week.AddRange(reader.Read(series, begin, end).Select(r => new SiteReading(site, r)));
            }

            foreach (SiteReading reading in week.OrderBy(r => r.Reading.TakenAt))
            {
                if (++count % Limits.ProgressEvery == 0)
                {
                    console.Error($"{count} readings judged, up to {reading.Reading.TakenAt:yyyy-MM-dd HH:mm}Z");
                }

                yield return reading;
            }
        }
    }
}
