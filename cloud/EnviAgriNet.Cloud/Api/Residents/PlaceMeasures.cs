using EnviAgriNet.Cloud.Inbox.Answers;
using EnviAgriNet.Cloud.Inbox.Keywords;
using EnviAgriNet.Cloud.Quality;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Indices;
using EnviAgriNet.Core.Readings;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Api.Residents;

/// <summary>
/// What the stations of a place say of air, rain, river and heat: the worst of those within it, else of its district, else of its
/// province; the same as the answer to a question by SMS.
/// </summary>
internal sealed class PlaceMeasures(IStationBook stations, StationFacts facts, JudgedReadings readings, IOptions<ApiOptions> options)
{
    /// <summary>How many stations stand in a region.</summary>
    public int CountIn(RegionId region) => stations.All.Count(station => region.Contains(station.Region));

    /// <summary>The air.</summary>
    public PlaceAirView? Air(RegionId place, DateTimeOffset now) =>
        Worst(place, station => facts.Of(Intent.Air, station, now) as MeasuredAir, air => (air.IsKnown, air.At, air.Aqi is { } aqi ? 1_000 + aqi.Number : air.Pm25 ?? 0))
            is not var (speaker, _, found) ? null
            : new PlaceAirView(
                speaker, found.At, found.IsKnown, found.IsKnown ? found.Aqi?.Number : null, found.Aqi?.IsBeyondScale ?? false, found.IsKnown ? found.Pm25 : null);

    /// <summary>The rain of the last 24 hours.</summary>
    public PlaceRainView? Rain(RegionId place, DateTimeOffset now) =>
        Worst(place, station => facts.Of(Intent.Rain, station, now) as MeasuredRain, rain => (rain.IsKnown, rain.At, rain.Millimetres)) is not var (speaker, _, found) ? null
            : new PlaceRainView(
                speaker, found.At, found.IsKnown, found.Millimetres, found.IsWhole,
                found.IsKnown && RainAmount.ClassOf(found.Millimetres) is { } kind ? SnakeCase(kind.ToString()) : null);

    /// <summary>The river.</summary>
    public PlaceRiverView? River(RegionId place, DateTimeOffset now) =>
        Worst(
            place,
            station => facts.Of(Intent.River, station, now) as MeasuredRiver,
            river => (river.IsKnown, river.At, river.Bank is { } bank ? 1_000 + bank.Percent : river.Level)) is not var (speaker, station, found) ? null
            : new PlaceRiverView(
                speaker, found.At, found.IsKnown, found.Level, found.Bank?.Percent, found.Bank?.Difference, found.Bank?.IsOverBank,
                found.IsKnown ? Rise(station, found) : null);

    /// <summary>The heat.</summary>
    public PlaceHeatView? Heat(RegionId place, DateTimeOffset now) =>
        Worst(place, station => HeatOf(station, now), heat => (heat.Known, heat.At, heat.Index ?? heat.Temperature)) is not var (speaker, _, found) ? null
            : found with { Station = speaker };

    private (SpeakerView Speaker, Station Station, T Found)? Worst<T>(
        RegionId place, Func<Station, T?> ask, Func<T, (bool IsKnown, DateTimeOffset? At, double Weight)> gravity)
        where T : class
    {
        for (RegionId? region = place; region is { } at; region = at.Parent)
        {
            List<(Station Station, T Found)> found =
            [
                .. stations.All.Where(station => at.Contains(station.Region)).Take(ResidentLimits.StationsAskedMax)
                    .Select(station => (station, ask(station)!)).Where(pair => pair.Item2 is not null),
            ];
            if (found.Count > 0)
            {
                // What is known comes before what is not, and of that the worst; of what is not known the newest.
                (Station station, T worst) = found.MaxBy(pair => gravity(pair.Found) is var g && g.IsKnown ? (true, g.Weight) : (false, g.At?.ToUnixTimeSeconds() ?? 0));
                string within = at == place ? "here" : SnakeCase(at.Level.ToString());
                return (new SpeakerView(station.Id.Value, station.NameTh, station.NameEn, within), station, worst);
            }
        }

        return null;
    }

    private PlaceHeatView? HeatOf(Station station, DateTimeOffset now)
    {
        List<Reading> newest = [.. readings.Latest(station.Id)];
        if (newest.Where(r => r.Series.Quantity.Code == "air_temperature").OrderByDescending(r => r.IsUsable).ThenByDescending(r => r.TakenAt)
            .Select(r => (Reading?)r).FirstOrDefault() is not { } temperature)
        {
            return null;
        }

        bool isKnown = IsFresh(temperature, now);
        double? humidity = newest
            .Where(r => r.Series.Quantity.Code == "humidity" && r.IsUsable && (r.TakenAt - temperature.TakenAt).Duration() <= ResidentLimits.TogetherWithin)
            .Select(r => (double?)r.Value).FirstOrDefault();
        double? index = isKnown && humidity is { } wet && HeatIndex.Of(temperature.Value, wet) is { } felt
            ? Math.Round(felt, 1, MidpointRounding.AwayFromZero)
            : null;
        return new PlaceHeatView(
            null!, temperature.TakenAt, isKnown, temperature.Value, index, index is { } value ? HeatClasses.Steps27334252.ClassOf(value) : null);
    }

    private double? Rise(Station station, MeasuredRiver river)
    {
        if (river.At is not { } at || readings.Latest(station.Id).FirstOrDefault(r => r.Series.Quantity.Code == "water_level" && r.TakenAt == at) is not { Series: { } series })
        {
            return null;
        }

        IReadOnlyList<Reading> hour = readings.Read(new SeriesId(station.Id, series), at - ResidentLimits.RiseSpan - ResidentLimits.TogetherWithin, at);
        return hour.Where(r => r.IsUsable && at - r.TakenAt >= ResidentLimits.RiseSpan / 2).OrderBy(r => (at - r.TakenAt - ResidentLimits.RiseSpan).Duration())
            .Select(r => (Reading?)r).FirstOrDefault() is { } before && RiverRise.PerHour(before.Value, before.TakenAt, river.Level, at) is { } rise
            ? Math.Round(rise, 2, MidpointRounding.AwayFromZero)
            : null;
    }

    private bool IsFresh(Reading reading, DateTimeOffset now) => reading.IsUsable && now - reading.TakenAt <= options.Value.SilentAfter;

    private static string SnakeCase(string name) => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
