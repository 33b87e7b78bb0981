using static EnviAgriNet.Core.Hazards.Condition;

namespace EnviAgriNet.Core.Hazards;

/// <summary>The rules for dry land: drought and fire.</summary>
internal static class LandRules
{
    private const double HoursPerDay = 24;
    private const string Spi = "spi_3";
    private const string SpiOfMonth = "spi_1";
    private const string Soil = "soil_moisture_24h";
    private const string Angstrom = "angstrom";

    public static HazardRule Drought { get; } = new()
    {
        Id = "drought",
        Hazard = HazardKind.Drought,
        NameTh = "ดัชนีฝนมาตรฐานและความชื้นในดิน",
        NameEn = "Standardized precipitation and soil moisture",
        Source = "Classes of the standardized precipitation index: moderate from -1.0, severe from -1.5; the soil moisture of 15 % is this network's choice",
        Note = "Three months of rain are wanted, or one month and a dry root zone. An index moves once a day or once a month, so its series is silent only "
            + "after 40 days and a drought ends after a week above the hold; the soil is the witness of the rain that is missing.",
        Moderate = new(
            Any(AtMost(Spi, -1.0), All(AtMost(SpiOfMonth, -1.0), Below(Soil, 15))),
            Any(AtMost(Spi, -0.8), All(AtMost(SpiOfMonth, -0.8), Below(Soil, 17)))),
        Severe = new(AtMost(Spi, -1.5), AtMost(Spi, -1.3)),
        Timing = DefaultRules.Times(
            onset: 0, clear: 7 * HoursPerDay, silence: 40 * HoursPerDay, validity: 45 * HoursPerDay, extend: 20 * HoursPerDay,
            allClear: 7 * HoursPerDay),
        Witnesses = new()
        {
            Measures = Any(Below(Soil, 15), AtMost("spi_6", -1.0)),
            Neighbour = true,
        },
    };

    public static HazardRule FireWeather { get; } = new()
    {
        Id = "fire-weather",
        Hazard = HazardKind.FireWeather,
        NameTh = "ดัชนีสภาพอากาศเสี่ยงไฟ (ทั่วไป)",
        NameEn = "Fire weather by a general index",
        Source = "Angstrom index, a general index of temperature and humidity that no Thai agency is known to use; its limits of 2.5 and 2.0 come "
            + "from Scandinavia, and 1.0 and 0.3 are this network's choice",
        Note = "The published limits would warn on most afternoons of a dry season here; 1.0 is 35 °C at 36 % humidity, 0.3 is 38 °C at 28 %. "
            + "The index is made for the early afternoon, so only the day raises it, and it takes a day without it to clear: dew does not end a dry spell. "
            + "Two weeks without rain bear witness.",
        Moderate = new(Below(Angstrom, 1.0), Below(Angstrom, 1.2)),
        Severe = new(Below(Angstrom, 0.3), Below(Angstrom, 0.5)),
        RaiseBetween = new(new TimeOnly(10, 0), new TimeOnly(18, 0)),
        Timing = DefaultRules.Times(onset: 1, clear: 24, silence: 3, validity: 30, extend: 8, allClear: 12),
        Witnesses = new()
        {
            Measures = Below("rain_15d", 5),
            Sibling = true,
            Neighbour = true,
        },
    };
}
