using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Core.Crops;
using EnviAgriNet.Core.Crops.Outlook;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Messages;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.Fields;

/// <summary>
/// The weather of one station by day and by hour, of readings that are usable (quality 1 and 2). A day counts for a quantity when at
/// least <see cref="Limits.HoursOfDayMin"/> of its hours were measured.
/// </summary>
internal sealed class StationDays
{
    private const double MegajoulesPerWattDay = 0.0864;

    private readonly Dictionary<DateOnly, OutlookDay> _days = [];
    private readonly Dictionary<(DateOnly Day, int Hour), OutlookHour> _hours = [];

    private StationDays()
    {
    }

    /// <summary>Its days, in any order.</summary>
    public IReadOnlyDictionary<DateOnly, OutlookDay> Days => _days;

    /// <summary>Its hours since a few days ago.</summary>
    public IReadOnlyCollection<OutlookHour> Hours => _hours.Values;

    /// <summary>Reads a station from a day (included) to another (included).</summary>
    public static StationDays Read(IReadings readings, StationId station, DateOnly from, DateOnly to)
    {
        StationDays days = new();
        DateOnly hoursFrom = to.AddDays(-Limits.SprayDays);
        foreach (string quantity in FieldWeatherSource.Quantities)
        {
            if (Best(readings, station, quantity) is { } series)
            {
                IReadOnlyList<RollUp> hours = readings.ReadHourly(new SeriesId(station, series), Begin(from), Begin(to.AddDays(1)));
                days.Add(quantity, series, hours, hoursFrom);
            }
        }

        return days;
    }

    // Of several heights or channels the plain one, else the lowest above ground.
    private static SeriesName? Best(IReadings readings, StationId station, string quantity) => readings.Series(station)
        .Select(s => s.Name).Where(n => n.Quantity.Code == quantity && (n.Metres is null || n.Metres >= 0))
        .OrderBy(n => n.Channel is null ? 0 : 1).ThenBy(n => n.Metres ?? -1).FirstOrDefault();

    private static DateTimeOffset Begin(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), LocalTime.Offset);

    private void Add(string quantity, SeriesName series, IReadOnlyList<RollUp> hours, DateOnly hoursFrom)
    {
        double scale = quantity == "wind_speed" && series.Metres is > 0.5m and { } height
            ? Atmosphere.WindAtTwoMetres(1, (double)height)
            : 1;
        List<(DateOnly Day, int Hour, RollUp Roll, double Amount)> measured = [];
        double? total = null;
        foreach (RollUp hour in hours.Where(h => h.Count > 0))
        {
            DateTimeOffset local = LocalTime.Of(hour.From);
            double amount = quantity switch
            {
                "rain" => hour.Sum,

                // A total that falls was set to zero in between: what it shows since then has fallen.
                "rain_total" => total is null ? hour.Max - hour.Min : hour.Max >= total ? hour.Max - total.Value : hour.Max,
                _ => hour.Mean!.Value * scale,
            };
            total = hour.Max;
            measured.Add((DateOnly.FromDateTime(local.DateTime), local.Hour, hour, amount));
        }

        foreach (IGrouping<DateOnly, (DateOnly Day, int Hour, RollUp Roll, double Amount)> day in measured.GroupBy(m => m.Day))
        {
            if (day.Count() >= Limits.HoursOfDayMin)
            {
                OutlookDay before = _days.GetValueOrDefault(day.Key, new OutlookDay(day.Key));
                _days[day.Key] = WithDay(
                    before, quantity, day.Min(d => d.Roll.Min), day.Max(d => d.Roll.Max), day.Sum(d => d.Amount), day.Average(d => d.Amount));
            }
        }

        foreach ((DateOnly day, int hour, _, double amount) in measured.Where(m => m.Day >= hoursFrom))
        {
            OutlookHour before = _hours.GetValueOrDefault((day, hour), new OutlookHour(day, hour, null, null, null, null));
            _hours[(day, hour)] = WithHour(before, quantity, amount);
        }
    }

    private static OutlookDay WithDay(OutlookDay day, string quantity, double min, double max, double sum, double mean) => quantity switch
    {
        "air_temperature" => day with { TMin = min, TMax = max },
        "humidity" => day with { RhMin = min, RhMax = max },
        "wind_speed" => day with { Wind = mean },
        "solar_irradiance" => day with { Solar = mean * MegajoulesPerWattDay },
        _ => day with { Rain = day.Rain ?? sum },
    };

    private static OutlookHour WithHour(OutlookHour hour, string quantity, double amount) => quantity switch
    {
        "air_temperature" => hour with { Temperature = amount },
        "humidity" => hour with { Humidity = amount },
        "wind_speed" => hour with { Wind = amount },
        "solar_irradiance" => hour,
        _ => hour with { Rain = hour.Rain ?? amount },
    };
}
