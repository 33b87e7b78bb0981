using EnviAgriNet.Cloud.Quality;
using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Cloud.Regions;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Places;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Quantities;
using EnviAgriNet.Core.Readings;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Api.Regions;

/// <summary>
/// A region in figures: now from the newest readings, its last days and the ranking of its stations from roll-ups. What is silent or not
/// usable counts for nothing and is told.
/// </summary>
internal sealed class RegionPages(
    LiveBoard board, IStationBook stations, PlaceBook places, JudgedReadings readings, NetworkClock clock, IOptions<ApiOptions> options)
{
    // What most ask for comes first; a region of which nothing is known yet is asked for dust.
    private static readonly Quantity[] Usual = [.. new[] { "pm25", "water_level", "rain", "air_temperature" }.Select(QuantityCatalog.Get)];

    /// <summary>What is shown of a region, or of the whole country, when nobody says what: something that is measured there.</summary>
    public Quantity UsualOf(RegionId? region)
    {
        HashSet<string> known = [.. QuantitiesOf([.. stations.All.Where(s => region is not { } id || id.Contains(s.Region))])];
        return Usual.FirstOrDefault(one => known.Contains(one.Code))
            ?? (known.Count > 0 && QuantityCatalog.TryGet(known.Order(StringComparer.Ordinal).First(), out Quantity? other) ? other : Usual[0]);
    }

    /// <summary>All provinces that have stations.</summary>
    public RegionsView All(Quantity quantity) => new(
        clock.Now,
        View(quantity),
        [
            .. Now(stations.All, quantity).GroupBy(s => s.Station.Region.Province).OrderBy(g => g.Key)
                .Select(g => RegionNow.Line(g.Key, NameOf(g.Key), [.. g])),
        ]);

    /// <summary>One region, or null when it has no station.</summary>
    public RegionView? Of(RegionId region, Quantity quantity, int days)
    {
        List<Station> inside = [.. stations.All.Where(s => region.Contains(s.Region))];
        if (inside.Count == 0)
        {
            return null;
        }

        (string? th, string? en) = NameOf(region);
        List<StationNow> now = Now(inside.Take(RegionLimits.StationsMax), quantity);
        DateTimeOffset end = clock.Now ?? DateTimeOffset.UnixEpoch;
        DateTimeOffset from = RegionHours.BeginOf(RegionHours.DayOf(end).AddDays(1 - days));
        RegionHours hours = new(from, end);
        List<RankedStation> ranking = [.. now.Where(s => s.Newest is not null).Select(s => Rank(s, hours, from, end))];
        return new RegionView(
            region.Code,
            th,
            en,
            clock.Now,
            View(quantity),
            RegionNow.Line(region, (th, en), now),
            hours.Days(),
            [.. ranking.OrderBy(r => r.Value is null).ThenByDescending(r => r.Value).ThenBy(r => r.Station, StringComparer.Ordinal)],
            ChildrenOf(region, now),
            QuantitiesOf(inside),
            Math.Max(0, inside.Count - RegionLimits.StationsMax));
    }

    private RankedStation Rank(StationNow now, RegionHours hours, DateTimeOffset from, DateTimeOffset end)
    {
        Reading newest = now.Newest!.Value;
        // A day back at least, for the figures of the last 24 hours.
        DateTimeOffset begin = from < end.AddHours(-25) ? from : end.AddHours(-25);
        IReadOnlyList<RollUp> found = readings.ReadHourly(new SeriesId(now.Station.Id, newest.Series), begin, end);
        (double? mean, double? max, double completeness) = hours.Add(found);
        return new RankedStation(
            now.Station.Id.Value,
            now.Station.NameTh,
            now.Station.NameEn,
            newest.Series.Text,
            now.Value,
            newest.TakenAt,
            (int)newest.Quality,
            now.IsSilent,
            mean,
            max,
            completeness);
    }

    private List<StationNow> Now(IEnumerable<Station> asked, Quantity quantity)
    {
        IReadOnlyDictionary<StationId, IReadOnlyList<Reading>> newest = board.All();
        DateTimeOffset? now = clock.Now;
        List<StationNow> found = [];
        foreach (Station station in asked)
        {
            // Of several sensors of one quantity the newest word counts.
            Reading? reading = null;
            foreach (Reading candidate in newest.GetValueOrDefault(station.Id) ?? [])
            {
                if (candidate.Series.Quantity == quantity && (reading is null || candidate.TakenAt > reading.Value.TakenAt))
                {
                    reading = candidate;
                }
            }

            found.Add(new StationNow(station, reading, reading is { } r && now - r.TakenAt > options.Value.SilentAfter));
        }

        return found;
    }

    private List<RegionLine> ChildrenOf(RegionId region, List<StationNow> now)
    {
        int length = region.Code.Length + 2;
        return length > (int)RegionLevel.Subdistrict
            ? []
            : [.. now.Where(s => s.Station.Region.Code.Length >= length)
                .GroupBy(s => RegionId.Parse(s.Station.Region.Code[..length]))
                .OrderBy(g => g.Key)
                .Select(g => RegionNow.Line(g.Key, NameOf(g.Key), [.. g]))];
    }

    private List<string> QuantitiesOf(List<Station> inside)
    {
        IReadOnlyDictionary<StationId, IReadOnlyList<Reading>> newest = board.All();
        return [.. inside.SelectMany(s => newest.GetValueOrDefault(s.Id) ?? []).Select(r => r.Series.Quantity.Code).Distinct().Order(StringComparer.Ordinal)];
    }

    private (string? Th, string? En) NameOf(RegionId region) => places.Find(region) is { } place ? (place.Name.NameTh, place.Name.NameEn) : (null, null);

    private static QuantityView View(Quantity quantity) =>
        new(quantity.Code, quantity.NameTh, quantity.NameEn, quantity.Unit, StationPages.Decimals(quantity));
}
