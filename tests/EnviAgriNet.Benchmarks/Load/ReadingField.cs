using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Benchmarks.Load;

/// <summary>
/// Stations with 20 series each that read once a minute. A value is a pure function of station, series and minute (a daily
/// wave, a slow drift and noise, rounded as the quantity is), so every side of a comparison gets the very same readings.
/// </summary>
internal sealed class ReadingField
{
    private const ulong Seed = 20260107;

    private static readonly (string Name, double Low, double High)[] Kinds =
    [
        ("pm1", 4, 18), ("pm25", 6, 30), ("pm10", 10, 44), ("o3", 10, 40), ("co", 0.2, 0.9), ("no2", 4, 22), ("so2", 1, 5),
        ("co2", 405, 520), ("air_temperature", 22, 34), ("humidity", 48, 92), ("pressure", 1004, 1012), ("wind_speed", 0, 5),
        ("wind_gust", 0, 9), ("wind_direction", 0, 359), ("solar_irradiance", 0, 980), ("water_level", 1.2, 1.9),
        ("soil_moisture:-0.3", 18, 33), ("soil_temperature:-0.3", 24, 29), ("leaf_wetness", 0, 100), ("battery", 12.1, 13.8),
    ];

    private static readonly SeriesName[] Names = [.. Kinds.Select(k => SeriesName.Parse(k.Name))];

    private readonly DateTimeOffset _from;

    /// <summary>Makes a field.</summary>
    /// <param name="stations">How many stations.</param>
    /// <param name="from">The time of minute 0.</param>
    public ReadingField(int stations, DateTimeOffset from)
    {
        _from = from;
        Stations = [.. Enumerable.Range(0, stations).Select(i => StationId.Parse($"bench-{i:D5}"))];
    }

    /// <summary>How many series a station has.</summary>
    public static int SeriesCount => Kinds.Length;

    public static IReadOnlyList<SeriesName> Series => Names;

    public IReadOnlyList<StationId> Stations { get; }

    /// <summary>Where a station stands: a centre to a subdistrict, in provinces 50 to 58 in turn.</summary>
    public static RegionId Region(int station)
    {
        (int place, int province) = Math.DivRem(station, 9);
        (int district, int subdistrict) = Math.DivRem(place, 16);
        return RegionId.Parse($"{50 + province:D2}{district + 1:D2}{subdistrict + 1:D2}");
    }

    /// <summary>All series of a station, minute by minute.</summary>
    public Reading[] Readings(int station, int firstMinute, int minutes)
    {
        Reading[] readings = new Reading[minutes * Kinds.Length];
        int at = 0;
        for (int minute = firstMinute; minute < firstMinute + minutes; minute++)
        {
            DateTimeOffset takenAt = _from.AddMinutes(minute);
            for (int series = 0; series < Kinds.Length; series++)
            {
                readings[at++] = new Reading(
                    Names[series], takenAt, Value(station, series, minute), QualityFlag.NotEvaluated);
            }
        }

        return readings;
    }

    private static double Value(int station, int series, int minute)
    {
        (_, double low, double high) = Kinds[series];
        double phase = Noise(station, series, -1);
        double wave = Math.Sin(((minute / 1440.0) + phase) * 2 * Math.PI) * 0.35;
        double drift = (Noise(station, series, minute / 30) - 0.5) * 0.1;
        double noise = (Noise(station, series, minute) - 0.5) * 0.04;
        decimal step = (decimal)Names[series].Quantity.Resolution;
        decimal steps = Math.Round((decimal)(low + ((high - low) * (0.5 + wave + drift + noise))) / step);
        return (double)(steps * step);
    }

    /// <summary>A number from 0 to 1 that depends on nothing but its arguments (SplitMix64).</summary>
    private static double Noise(int station, int series, int minute)
    {
        ulong z = Seed + ((ulong)(uint)station << 40) + ((ulong)(uint)series << 32) + (uint)minute;
        z = (z + 0x9E3779B97F4A7C15) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return ((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53));
    }
}
