using EnviAgriNet.Cloud.Alerts;
using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Cloud.Regions;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Api.Map;

/// <summary>Answers of the map: what can be shown, values of now, of a moment, and of many for play-back.</summary>
internal sealed class MapPages(
    LiveBoard board, IStationBook stations, NetworkClock clock, HourColumns columns, RecordedHazards hazards, IOptions<ApiOptions> options)
{
    private volatile MapRoster? _roster;

    /// <summary>The roster of now; the same while no station changes.</summary>
    public MapRoster Roster
    {
        get
        {
            IReadOnlyList<Station> all = stations.All;
            return _roster is { } known && known.IsOf(all) ? known : _roster = new MapRoster(all);
        }
    }

    private TimeSpan SilentAfter => options.Value.SilentAfter;

    /// <summary>What can be shown, and of how many stations.</summary>
    public MapMeasuresView Measures()
    {
        Dictionary<string, HashSet<StationId>> measured = [];
        foreach ((StationId station, IReadOnlyList<Reading> readings) in board.All())
        {
            foreach (Reading reading in stations.Find(station) is null ? [] : readings)
            {
                (measured.TryGetValue(reading.Series.Quantity.Code, out HashSet<StationId>? found)
                    ? found : measured[reading.Series.Quantity.Code] = []).Add(station);
            }
        }

        return new MapMeasuresView(clock.Now, [.. MapMeasure.All.Select(m => View(m, CountOf(m, measured))).Where(m => m.Stations is not 0)]);
    }

    /// <summary>The values of now.</summary>
    public MapView Now(MapMeasure measure)
    {
        MapRoster roster = Roster;
        string position = board.Position;
        DateTimeOffset now = clock.Now ?? DateTimeOffset.UnixEpoch;
        if (measure.Kind == MapKind.Hazard)
        {
            return Hazard(measure, roster, position, null, now);
        }

        Func<Station, int, MapNow> of = NowOf(measure, roster, now);
        return Columns(measure, roster, position, null, [.. roster.Stations.Select((s, i) => (i, of(s, i)))]);
    }

    /// <summary>The values at the end of the hour that ends at or before a time.</summary>
    public MapView At(MapMeasure measure, DateTimeOffset at)
    {
        MapRoster roster = Roster;
        DateTimeOffset end = new Slot(0, Slot.HourOf(at)).From;
        if (measure.Kind == MapKind.Hazard)
        {
            return Hazard(measure, roster, board.Position, at, at);
        }

        int before = MapMoments.HoursBefore(measure, 1);
        var hours = columns.Of(roster, measure.Quantities, end.AddHours(-before), end, clock.Now ?? at);
        return Columns(measure, roster, board.Position, end, [.. roster.Stations.Select((s, i) => (i,
            MapMoments.Of(measure, hours, s, i, before, 1) is { } value ? new MapNow(value, end, (int)QualityFlag.Pass, null) : MapNow.Unknown))]);
    }

    /// <summary>Many moments, the last of which ends at or before a time.</summary>
    public MapFramesView Frames(MapMeasure measure, DateTimeOffset to, int frames, int stepS)
    {
        MapRoster roster = Roster;
        int stepHours = stepS / 3600;
        DateTimeOffset end = new Slot(0, Slot.HourOf(to)).From;
        DateTimeOffset[] moments = [.. Enumerable.Range(0, frames).Select(f => end.AddHours((double)-(frames - 1 - f) * stepHours))];
        double?[][] values = measure.Kind == MapKind.Hazard
            ? HazardFrames(measure, roster, moments)
            : ValueFrames(measure, roster, moments, stepHours);
        int[] shown = [.. Enumerable.Range(0, roster.Stations.Length).Where(i => values.Any(frame => frame[i] is not null))];
        int factor = (int)Math.Pow(10, measure.Decimals);
        return new MapFramesView(
            clock.Now, roster.Edition, View(measure, null), stepS, factor, [.. moments.Select(m => m.ToUnixTimeSeconds())], shown,
            [.. values.Select(frame => (IReadOnlyList<int?>)[.. shown.Select(i => frame[i] is { } v ? (int?)Math.Round(v * factor) : null)])]);
    }

    private double?[][] ValueFrames(MapMeasure measure, MapRoster roster, DateTimeOffset[] moments, int stepHours)
    {
        int before = MapMoments.HoursBefore(measure, stepHours);
        DateTimeOffset from = moments[0].AddHours(-before);
        var hours = columns.Of(roster, measure.Quantities, from, moments[^1], clock.Now ?? moments[^1]);
        return [.. moments.Select((_, f) => Array.ConvertAll(
            Enumerable.Range(0, roster.Stations.Length).ToArray(),
            i => MapMoments.Of(measure, hours, roster.Stations[i], i, before + (f * stepHours), stepHours)))];
    }

    private double?[][] HazardFrames(MapMeasure measure, MapRoster roster, DateTimeOffset[] moments)
    {
        HazardMoment past = hazards.Past(measure.Code, moments[0], moments[^1]);
        return [.. moments.Select(at => Levels(past, roster, at, at).Select(level => (double?)level).ToArray())];
    }

    private MapView Hazard(MapMeasure measure, MapRoster roster, string position, DateTimeOffset? at, DateTimeOffset now)
    {
        HazardMoment moment = at is { } past ? hazards.Past(measure.Code, past, past) : hazards.Now(measure.Code);
        int?[] levels = Levels(moment, roster, at, now - SilentAfter);
        return Columns(measure, roster, position, at, [.. levels.Select((level, i) => (i, level is null ? MapNow.Unknown : new MapNow(
            level, at ?? moment.Known.GetValueOrDefault(roster.Stations[i].Region), (int)QualityFlag.Pass, null)))]) with
        {
            Events = [.. moment.Events.Select(e => (Event: e, Level: e.LevelAt(at))).Where(e => e.Level > 0)
                .OrderByDescending(e => e.Level).ThenBy(e => e.Event.Onset)
                .Select(e => new MapEventView(e.Event.Id, e.Event.Hazard, e.Event.Region.Code, e.Level!.Value, e.Event.Onset))],
        };
    }

    // Stations of one region share its level.
    private static int?[] Levels(HazardMoment moment, MapRoster roster, DateTimeOffset? at, DateTimeOffset knownSince)
    {
        Dictionary<RegionId, int?> known = [];
        return [.. roster.Stations.Select(s => known.TryGetValue(s.Region, out int? level)
            ? level
            : known[s.Region] = moment.LevelOf(s.Region, at, knownSince))];
    }

    private Func<Station, int, MapNow> NowOf(MapMeasure measure, MapRoster roster, DateTimeOffset now)
    {
        DateTimeOffset since = now - SilentAfter;
        if (measure is { Kind: MapKind.Index, Code: "aqi" or "rain24" })
        {
            const int Window = 24;
            DateTimeOffset end = new Slot(0, Slot.HourOf(now) + 1).From;
            var hours = columns.Of(roster, measure.Quantities, end.AddHours(-Window), end, now);
            return (station, place) => MapMoments.Of(measure, hours, station, place, Window, 1) is { } value
                ? new MapNow(value, now, (int)QualityFlag.Pass, null)
                : MapNow.Unknown;
        }

        Dictionary<string, IReadOnlyDictionary<StationId, IReadOnlyList<Reading>>> newest =
            measure.Quantities.ToDictionary(q => q, board.OfQuantity);
        return measure.Kind == MapKind.Quantity ? (station, _) => MapNow.Of(Of(measure.Code, station), since)
            : measure.Code == "heat" ? (station, _) => MapNow.Heat(Of("air_temperature", station), Of("humidity", station), since)
            : (station, _) => MapNow.Bank(Of("water_level", station), station, since);

        IReadOnlyList<Reading>? Of(string quantity, Station station) => newest[quantity].GetValueOrDefault(station.Id);
    }

    private MapView Columns(
        MapMeasure measure, MapRoster roster, string position, DateTimeOffset? at, IReadOnlyList<(int Place, MapNow Now)> all)
    {
        // A station that does not measure it is no part of this map; one that does and of which nothing is known is.
        HashSet<StationId> measuring = [.. measure.Quantities.SelectMany(q => board.OfQuantity(q).Keys)];
        (int Place, MapNow Now)[] shown = [.. all.Where(s => s.Now.Value is not null || measure.Kind == MapKind.Hazard
            || (measuring.Contains(roster.Stations[s.Place].Id) && (measure.Code != "bank" || roster.Stations[s.Place].BankLevel is not null)))];
        return new MapView(
            clock.Now, position, roster.Edition, at, SilentAfter.TotalSeconds, View(measure, null),
            [.. shown.Select(s => s.Place)],
            [.. shown.Select(s => s.Now.Value is { } v ? (double?)Math.Round(v, measure.Decimals + 1) : null)],
            [.. shown.Select(s => s.Now.TakenAt?.ToUnixTimeSeconds())],
            [.. shown.Select(s => s.Now.Quality)],
            shown.Any(s => s.Now.Series is not null) ? [.. shown.Select(s => s.Now.Series ?? string.Empty)] : null,
            null);
    }

    private static int? CountOf(MapMeasure measure, Dictionary<string, HashSet<StationId>> measured) => measure.Kind == MapKind.Hazard
        ? null
        : measure.Code == "heat" && measure.Kind == MapKind.Index
            ? measured.GetValueOrDefault("air_temperature")?.Count(s => measured.GetValueOrDefault("humidity")?.Contains(s) ?? false) ?? 0
            : measure.Quantities.Where(measured.ContainsKey).SelectMany(q => measured[q]).Distinct().Count();

    private static MeasureView View(MapMeasure measure, int? count) => new(
        measure.Kind.ToString().ToLowerInvariant(), measure.Code, measure.Name.NameTh, measure.Name.NameEn, measure.Unit, measure.Decimals,
        measure.Scale, measure.HasPast, count);
}
