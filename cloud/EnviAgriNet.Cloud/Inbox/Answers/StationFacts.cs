using EnviAgriNet.Cloud.Inbox.Keywords;
using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Core.Indices;
using EnviAgriNet.Core.Readings;
using EnviAgriNet.Core.Windows;

namespace EnviAgriNet.Cloud.Inbox.Answers;

/// <summary>
/// Reads from the store, as it was judged, what a station says of air, rain or river. What is older than allowed, or was judged bad, is
/// not known; only its time is.
/// </summary>
/// <param name="readings">Readings with the flags that hold.</param>
/// <param name="freshFor">How old a value may be.</param>
internal sealed class StationFacts(IReadings readings, TimeSpan freshFor)
{
    private const int DayHours = 24;
    private const int DayHoursMin = 18;

    /// <summary>What the station says; null when it does not measure it at all.</summary>
    public Measured? Of(Intent intent, Station station, DateTimeOffset now) => intent switch
    {
        Intent.Air => Air(station, now),
        Intent.Rain => Rain(station, now),
        Intent.River => River(station, now),
        _ => throw new ArgumentOutOfRangeException(nameof(intent), intent, null),
    };

    private MeasuredAir? Air(Station station, DateTimeOffset now)
    {
        List<Reading> newest = [.. readings.Latest(station.Id).Where(r => PollutantWindows.PollutantOf(r.Series.Quantity.Code) is not null)];
        if (newest.Count == 0)
        {
            return null;
        }

        Dictionary<Pollutant, double> means = [];
        double? lastHour = null;
        DateTimeOffset? at = null;
        foreach (Reading reading in newest.Where(r => IsFresh(r, now)))
        {
            Pollutant pollutant = PollutantWindows.PollutantOf(reading.Series.Quantity.Code)!.Value;
            double?[] hours = Hours(new SeriesId(station.Id, reading.Series), now);
            if (PollutantWindows.Of(pollutant).Of(hours).Value is { } mean)
            {
                double rounded = Math.Round(mean, 1, MidpointRounding.AwayFromZero);
                means[pollutant] = means.TryGetValue(pollutant, out double other) ? Math.Max(other, rounded) : rounded;
            }

            lastHour = pollutant == Pollutant.Pm25 ? hours.LastOrDefault(hour => hour is not null) ?? lastHour : lastHour;
            at = at is { } before && before > reading.TakenAt ? before : reading.TakenAt;
        }

        AqiValue? aqi = ThaiAqiTable.Since2023.ValueOf(means)?.Value;
        double? pm25 = means.TryGetValue(Pollutant.Pm25, out double day) ? day : lastHour;
        return new MeasuredAir(at ?? newest.Max(r => r.TakenAt), aqi is not null || pm25 is not null, aqi, pm25);
    }

    private MeasuredRain? Rain(Station station, DateTimeOffset now)
    {
        List<Reading> newest = [.. readings.Latest(station.Id).Where(r => r.Series.Quantity.Code == "rain" && !r.Series.IsRaw)];
        if (newest.Count == 0)
        {
            return null;
        }

        Reading best = newest.MaxBy(r => r.TakenAt);
        List<RollUp> hours = [.. readings.ReadHourly(new SeriesId(station.Id, best.Series), now.AddHours(-DayHours), now.AddHours(1)).Where(h => h.Count > 0)];
        return new MeasuredRain(
            best.TakenAt, IsFresh(best, now) && hours.Count > 0, Math.Round(hours.Sum(h => h.Sum), 1, MidpointRounding.AwayFromZero),
            hours.Count >= DayHoursMin);
    }

    private MeasuredRiver? River(Station station, DateTimeOffset now)
    {
        List<Reading> newest = [.. readings.Latest(station.Id).Where(r => r.Series.Quantity.Code == "water_level")];
        if (newest.Count == 0)
        {
            return null;
        }

        Reading best = newest.OrderByDescending(r => r.IsUsable).ThenByDescending(r => r.TakenAt).First();
        return new MeasuredRiver(
            best.TakenAt, IsFresh(best, now), best.Value, RiverBank.Of(best.Value, station.BankLevel, station.GroundLevel));
    }

    // Clocks of stations may run a little ahead of ours.
    private bool IsFresh(Reading reading, DateTimeOffset now) =>
        reading.IsUsable && now - reading.TakenAt <= freshFor && reading.TakenAt - now <= TimeSpan.FromMinutes(10);

    // 24 clock hours, the last one as far as it has gone.
    private double?[] Hours(SeriesId series, DateTimeOffset now)
    {
        DateTimeOffset last = new(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero);
        DateTimeOffset first = last.AddHours(1 - DayHours);
        double?[] hours = new double?[DayHours];
        foreach (RollUp hour in readings.ReadHourly(series, first, last.AddHours(1)))
        {
            hours[(int)(hour.From - first).TotalHours] = hour.Mean;
        }

        return hours;
    }
}
