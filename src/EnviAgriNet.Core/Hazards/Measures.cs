using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using EnviAgriNet.Core.Indices;
using EnviAgriNet.Core.Quantities;
using EnviAgriNet.Core.Windows;

namespace EnviAgriNet.Core.Hazards;

/// <summary>
/// Every measure a rule may name. A mean, a sum or an extreme of several hours is known when three of four hours have data; a sum or
/// a maximum with more gaps still proves that a limit is passed. Values are rounded as they are shown to people, so that nobody
/// reads "37.5, limit 37.5" and wonders.
/// </summary>
public static class Measures
{
    /// <summary>A river that rises by less than this, in metres an hour, is not on its way to its bank.</summary>
    public const double RisePerHourMin = 0.02;

    private const double HoursShare = 0.75;

    /// <summary>All of them: air, rivers and rain, weather, water, soil and drought, fire.</summary>
    public static IReadOnlyList<Measure> All { get; } =
    [
        DayMean("pm25_24h", "pm25", 1),
        DayMean("pm10_24h", "pm10", 1),

        new("bank_percent", "%", TimeSpan.Zero, ["water_level"], (site, w, _) => Bank(site, w[0])?.Percent),
        new("rise_per_hour", "m/h", TimeSpan.FromHours(4), ["water_level"], (_, w, at) => Exact(w[0].RisePerHour(at))),
        new("hours_to_bank", "h", TimeSpan.FromHours(4), ["water_level"], HoursToBank),
        RainSum("rain_1h", 1),
        RainSum("rain_3h", 3),
        RainSum("rain_24h", 24),
        RainSum("rain_3d", 72),
        RainSum("rain_15d", 360),

        OfTwo("heat_index_1h", "Cel", HeatIndex.Of),
        HourMean("temperature_1h", "air_temperature", 1),
        new("temperature_min_24h", "Cel", TimeSpan.FromHours(25), ["air_temperature"], (_, w, at) =>
            Extreme(w[0].Min(at, TimeSpan.FromHours(24)), w[0], at, Bound.AtMost)),
        new("temperature_max_24h", "Cel", TimeSpan.FromHours(25), ["air_temperature"], (_, w, at) =>
            Extreme(w[0].Max(at, TimeSpan.FromHours(24)), w[0], at, Bound.AtLeast)),
        HourMean("humidity_1h", "humidity", 1),
        Mean("wind_10min", "wind_speed", 1, TimeSpan.FromMinutes(10)),
        new("gust_1h", "m/s", TimeSpan.FromHours(2), ["wind_gust"], (_, w, at) =>
            Rounded(w[0].Max(at, TimeSpan.FromHours(1)), 1)),

        HourMean("dissolved_oxygen_1h", "dissolved_oxygen", 2),
        HourMean("ammonium_1h", "ammonium", 2),
        HourMean("ph_1h", "water_ph", 2),
        HourMean("salinity_1h", "salinity", 2),
        HourMean("conductivity_1h", "water_conductivity", 0),

        DayMean("soil_moisture_24h", "soil_moisture", 1),
        Newest("spi_1"),
        Newest("spi_3"),
        Newest("spi_6"),
        Newest("spi_12"),

        OfTwo("angstrom", "1", (t, rh) => (rh / 20) + ((27 - t) / 10)),
    ];

    private static readonly FrozenDictionary<string, Measure> ByName = All.ToFrozenDictionary(m => m.Name);

    private static readonly FrozenDictionary<string, TimeSpan> SpanByQuantity = All
        .SelectMany(m => m.Quantities.Select(q => (Quantity: q, m.Span)))
        .GroupBy(p => p.Quantity, p => p.Span).ToFrozenDictionary(g => g.Key, g => g.Max());

    /// <summary>Finds a measure by its name; false when there is none.</summary>
    public static bool TryGet(string name, [NotNullWhen(true)] out Measure? measure) => ByName.TryGetValue(name, out measure);

    /// <summary>The measure of that name; one that does not exist is a programmer's error.</summary>
    public static Measure Get(string name) => ByName[name];

    /// <summary>Whether any measure takes a quantity. Its windows are kept whichever rules are on.</summary>
    public static bool Take(string quantity) => SpanByQuantity.ContainsKey(quantity);

    /// <summary>How far back readings of a quantity count in any measure; zero for one that none takes.</summary>
    public static TimeSpan SpanOf(string quantity) => SpanByQuantity.GetValueOrDefault(quantity);

    /// <summary>The least hours with data that make a measure of so many hours known.</summary>
    internal static int HoursMin(int hours) => (int)Math.Ceiling(hours * HoursShare);

    internal static RiverBank? Bank(Site site, SeriesWindow level) =>
        RiverBank.Of(level.Latest, site.BankLevel, site.GroundLevel);

    private static string UnitOf(string quantity) => QuantityCatalog.Get(quantity).Unit;

    private static Measure DayMean(string name, string quantity, int decimals) => new(
        name, UnitOf(quantity), TimeSpan.FromHours(25), [quantity],
        (_, w, at) => w[0].MeanOfHours(at, 24) is { } mean && mean.Filled >= HoursMin(24) ? Rounded(mean, decimals) : null,
        HourValues);

    private static Measure HourMean(string name, string quantity, int decimals) =>
        Mean(name, quantity, decimals, TimeSpan.FromHours(1));

    private static Measure Mean(string name, string quantity, int decimals, TimeSpan span) => new(
        name, UnitOf(quantity), span + TimeSpan.FromHours(1), [quantity],
        (_, w, at) => Rounded(w[0].Mean(at, span), decimals), HourValues);

    // The measures of temperature and humidity together.
    private static Measure OfTwo(string name, string unit, Func<double, double, double?> of) => new(
        name, unit, TimeSpan.FromHours(2), ["air_temperature", "humidity"],
        (_, w, at) => w[0].Mean(at, TimeSpan.FromHours(1)) is { } temperature && w[1].Mean(at, TimeSpan.FromHours(1)) is { } humidity
            ? Exact(Round(of(temperature.Value, humidity.Value), 1))
            : null,
        (w, at, hours) =>
        {
            Dictionary<long, double> humidity = w[1].Hours(at, hours).ToDictionary(HourOf, s => s.Mean);
            return [.. w[0].Hours(at, hours).Where(s => humidity.ContainsKey(HourOf(s)))
                .Select(s => of(s.Mean, humidity[HourOf(s)])).OfType<double>()];
        });

    private static Measure Newest(string quantity) => new(
        quantity, UnitOf(quantity), TimeSpan.FromHours(1), [quantity], (_, w, _) => Exact(Round(w[0].Latest, 2)));

    private static Measure RainSum(string name, int hours) => new(
        name, "mm", TimeSpan.FromHours(hours + 1), ["rain"],
        (_, w, at) => w[0].Sum(at, TimeSpan.FromHours(hours)) is { } sum
            ? new MeasureValue(Round(sum.Value, 1)!.Value, IsWhole(sum, w[0], at, hours) ? Bound.Exact : Bound.AtLeast)
            : null,
        (w, at, count) => [.. w[0].Hours(at, count).Select(s => s.Sum)]);

    // An hour is whole with one reading: how often a station reports is not known. Of minutes the hours they fill count.
    private static bool IsWhole(WindowValue value, SeriesWindow window, DateTimeOffset at, int hours) =>
        hours == 1 || (value.Slots == hours ? value.Filled : window.MeanOfHours(at, hours)?.Filled) >= HoursMin(hours);

    private static MeasureValue? Extreme(WindowValue? extreme, SeriesWindow window, DateTimeOffset at, Bound bound) =>
        extreme is { } found ? new MeasureValue(Round(found.Value, 1)!.Value, IsWhole(found, window, at, 24) ? Bound.Exact : bound) : null;

    // Without end while no rise is seen: a term on it then does not hold, rather than being unknown.
    private static MeasureValue? HoursToBank(Site site, IReadOnlyList<SeriesWindow> windows, DateTimeOffset at)
    {
        if (Bank(site, windows[0]) is not { } bank)
        {
            return null;
        }

        double? rise = windows[0].RisePerHour(at);
        return rise >= RisePerHourMin && !bank.IsOverBank ? bank.Difference / rise.Value : double.PositiveInfinity;
    }

    private static IReadOnlyList<double> HourValues(IReadOnlyList<SeriesWindow> windows, DateTimeOffset at, int hours) =>
        [.. windows[0].Hours(at, hours).Select(s => s.Mean)];

    private static long HourOf(Slot slot) => slot.At.ToUnixTimeSeconds() / 3600;

    private static MeasureValue? Rounded(WindowValue? value, int decimals) => Exact(Round(value?.Value, decimals));

    private static MeasureValue? Exact(double? value) => value is { } exact ? exact : null;

    private static double? Round(double? value, int decimals) =>
        value is { } exact ? Math.Round(exact, decimals, MidpointRounding.AwayFromZero) : null;
}
