using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Core.Crops.Outlook;
using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Cloud.Fields;

/// <summary>
/// The weather of a place from the stations around it: each quantity of each day from the nearest station that measured it. Near are
/// stations within <see cref="Limits.KilometresMax"/> km where both places are known; else those of the district, and where it has none
/// those of the province. Safe for use by several threads.
/// </summary>
internal sealed class FieldWeatherSource(IStationBook stations, IReadings readings)
{
    /// <summary>What is read of a station; of the two kinds of rain the first one counts.</summary>
    public static readonly IReadOnlyList<string> Quantities =
        ["air_temperature", "rain", "rain_total", "humidity", "wind_speed", "solar_irradiance"];

    private readonly Lock _gate = new();

    // Under the gate: what was read, and in which order.
    private readonly Dictionary<(StationId Station, DateOnly To), (DateOnly From, StationDays Days)> _cache = [];
    private readonly Queue<(StationId Station, DateOnly To)> _order = new();

    /// <summary>Reads the weather of a place.</summary>
    /// <param name="region">The smallest region known.</param>
    /// <param name="place">The place, or null.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    public PlaceWeather Of(RegionId region, PlotPlace? place, DateOnly from, DateOnly to)
    {
        Dictionary<DateOnly, OutlookDay> days = [];
        Dictionary<(DateOnly Day, int Hour), OutlookHour> hours = [];
        List<WeatherSource> sources = [];
        double? latitude = place?.Latitude;
        foreach ((Station station, double? kilometres) in Near(region, place).Take(Limits.StationsMax))
        {
            StationDays read = Read(station.Id, from, to);
            HashSet<string> given = [];
            foreach (OutlookDay day in read.Days.Values.Where(d => d.Date >= from && d.Date <= to))
            {
                days[day.Date] = Fill(days.GetValueOrDefault(day.Date, new OutlookDay(day.Date)), day, given);
            }

            foreach (OutlookHour hour in read.Hours)
            {
                hours[(hour.Date, hour.Hour)] = hours.TryGetValue((hour.Date, hour.Hour), out OutlookHour known) ? Fill(known, hour) : hour;
            }

            if (given.Count > 0)
            {
                latitude ??= station.Latitude;
                sources.Add(new WeatherSource(station.Id.ToString(), kilometres is { } km ? Math.Round(km, 1) : null, [.. given.Order(StringComparer.Ordinal)]));
            }
        }

        return new PlaceWeather([.. days.Values], [.. hours.Values], sources, latitude);
    }

    private IEnumerable<(Station Station, double? Kilometres)> Near(RegionId region, PlotPlace? place)
    {
        List<(Station Station, double? Kilometres)> all =
        [
            .. stations.All.Select(s => (s, place is { } p && s is { Latitude: { } lat, Longitude: { } lon } ? p.KilometresTo(lat, lon) : (double?)null)),
        ];
        List<(Station Station, double? Kilometres)> near =
        [
            .. all.Where(s => s.Kilometres <= Limits.KilometresMax || (s.Kilometres is null && IsIn(region, s.Station, RegionLevel.District)))
                .OrderBy(s => s.Kilometres ?? (region.Contains(s.Station.Region) ? 0 : Limits.KilometresMax)).ThenBy(s => s.Station.Id.ToString(), StringComparer.Ordinal),
        ];
        return near.Count > 0
            ? near
            : all.Where(s => s.Kilometres is null && IsIn(region, s.Station, RegionLevel.Province)).OrderBy(s => s.Station.Id.ToString(), StringComparer.Ordinal);
    }

    private static bool IsIn(RegionId region, Station station, RegionLevel level)
    {
        RegionId? at = region;
        while (at is { } wide && wide.Level > level)
        {
            at = wide.Parent;
        }

        return at is { } area && area.Level == level && area.Contains(station.Region);
    }

    private StationDays Read(StationId station, DateOnly from, DateOnly to)
    {
        lock (_gate)
        {
            if (_cache.TryGetValue((station, to), out (DateOnly From, StationDays Days) known) && known.From <= from)
            {
                return known.Days;
            }
        }

        StationDays days = StationDays.Read(readings, station, from, to);
        lock (_gate)
        {
            if (_cache.TryAdd((station, to), (from, days)))
            {
                _order.Enqueue((station, to));
            }
            else
            {
                _cache[(station, to)] = (from, days);
            }

            while (_order.Count > Limits.CachedMax)
            {
                _cache.Remove(_order.Dequeue());
            }
        }

        return days;
    }

    private static OutlookDay Fill(OutlookDay day, OutlookDay other, HashSet<string> given)
    {
        if (!day.HasTemperature && other.HasTemperature)
        {
            day = day with { TMin = other.TMin, TMax = other.TMax };
            given.Add("air_temperature");
        }

        if (day.Rain is null && other.Rain is not null)
        {
            day = day with { Rain = other.Rain };
            given.Add("rain");
        }

        if (day.RhMax is null && other.RhMax is not null)
        {
            day = day with { RhMin = other.RhMin, RhMax = other.RhMax };
            given.Add("humidity");
        }

        if (day.Wind is null && other.Wind is not null)
        {
            day = day with { Wind = other.Wind };
            given.Add("wind_speed");
        }

        if (day.Solar is null && other.Solar is not null)
        {
            day = day with { Solar = other.Solar };
            given.Add("solar_irradiance");
        }

        return day;
    }

    private static OutlookHour Fill(OutlookHour hour, OutlookHour other) => hour with
    {
        Temperature = hour.Temperature ?? other.Temperature,
        Humidity = hour.Humidity ?? other.Humidity,
        Wind = hour.Wind ?? other.Wind,
        Rain = hour.Rain ?? other.Rain,
    };
}

/// <summary>The weather of a place.</summary>
/// <param name="Days">Days that have any.</param>
/// <param name="Hours">Hours of the last days.</param>
/// <param name="Sources">The stations that gave it, the nearest first.</param>
/// <param name="Latitude">Of the place or of the nearest station; null where neither is known.</param>
internal sealed record PlaceWeather(
    IReadOnlyList<OutlookDay> Days, IReadOnlyList<OutlookHour> Hours, IReadOnlyList<WeatherSource> Sources, double? Latitude);
