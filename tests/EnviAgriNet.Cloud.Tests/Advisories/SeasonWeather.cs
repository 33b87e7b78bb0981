using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Messages;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.Tests.Advisories;

/// <summary>
/// A season's weather by formula, hour by hour, as one station measures it: rain every third day with a dry spell in August and an end
/// in October, a fortnight of wet cool nights in September, a hot week in October while the rice flowers.
/// </summary>
internal sealed class SeasonWeather(TimeProvider time) : IReadings
{
    public static readonly StationId Station = StationId.Parse("cm-001");

    public IReadOnlyList<Reading> Read(SeriesId series, DateTimeOffset from, DateTimeOffset to) => [];

    public IReadOnlyList<RollUp> ReadHourly(SeriesId series, DateTimeOffset from, DateTimeOffset to)
    {
        List<RollUp> hours = [];
        DateTimeOffset end = to < time.GetUtcNow() ? to : time.GetUtcNow();
        for (DateTimeOffset at = from; at < end; at = at.AddHours(1))
        {
            DateTimeOffset local = LocalTime.Of(at);
            double value = Value(series.Name.Quantity.Code, DateOnly.FromDateTime(local.DateTime), local.Hour);
            hours.Add(new RollUp(at, 1, 1, value, value, value));
        }

        return hours;
    }

    public IReadOnlyList<RollUp> ReadDaily(SeriesId series, DateTimeOffset from, DateTimeOffset to) => [];

    public IReadOnlyList<SeriesId> Series(StationId? station) => station is { } id && id != Station
        ? []
        : [.. ((string[])["air_temperature", "rain", "humidity", "wind_speed"]).Select(name => new SeriesId(Station, SeriesName.Parse(name)))];

    public IReadOnlyList<Reading> Latest(StationId station) => [];

    private static double Value(string quantity, DateOnly day, int hour)
    {
        bool isWetSpell = day >= new DateOnly(2026, 9, 7) && day < new DateOnly(2026, 9, 21);
        bool isHotSpell = day >= new DateOnly(2026, 10, 19) && day < new DateOnly(2026, 10, 26);
        bool isDrySpell = day >= new DateOnly(2026, 8, 3) && day < new DateOnly(2026, 8, 28);
        bool rains = day.DayNumber % 3 == 0 && !isDrySpell && day < new DateOnly(2026, 10, 12);
        double warmth = Math.Max(0, Math.Sin((hour - 7) * Math.PI / 14));
        return quantity switch
        {
            "air_temperature" => isWetSpell ? 22 + (6 * warmth) : isHotSpell ? 26 + (12 * warmth) : 24 + (8 * warmth),
            "rain" => rains && hour is 15 or 16 ? 12 : 0,
            "humidity" => isWetSpell ? 95 - (10 * warmth) : 85 - (25 * warmth),
            _ => hour is >= 11 and < 17 ? 5 : 1.5,
        };
    }
}
