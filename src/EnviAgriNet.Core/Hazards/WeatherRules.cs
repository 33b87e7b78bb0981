using static EnviAgriNet.Core.Hazards.Condition;

namespace EnviAgriNet.Core.Hazards;

/// <summary>The rules for heat, cold and wind.</summary>
internal static class WeatherRules
{
    private const string HeatIndex = "heat_index_1h";
    private const string Temperature = "temperature_1h";
    private const string Lowest = "temperature_min_24h";
    private const string Wind = "wind_10min";
    private const string Gust = "gust_1h";

    public static HazardRule ExtremeHeat { get; } = new()
    {
        Id = "extreme-heat",
        Hazard = HazardKind.ExtremeHeat,
        NameTh = "ดัชนีความร้อน",
        NameEn = "Heat index",
        Source = "Third and fourth class of a table of the heat index in use since 2024 (42.0 and 52.0 Cel); not confirmed",
        Note = "Only the day raises it, for such an index at night is a fault; it is held 2 degrees lower and cleared after 20 hours below, so that "
            + "the nights of a heat wave do not end it. Three hours beyond the limit bear witness, as one sunbeam on a sensor does not.",
        Moderate = new(AtLeast(HeatIndex, 42), AtLeast(HeatIndex, 40)),
        Severe = new(AtLeast(HeatIndex, 52), AtLeast(HeatIndex, 50)),
        RaiseBetween = new(new TimeOnly(8, 0), new TimeOnly(20, 0)),
        Timing = DefaultRules.Times(onset: 1, clear: 20, silence: 3, validity: 30, extend: 6, allClear: 6),
        Witnesses = new()
        {
            Sibling = true,
            Neighbour = true,
            Persistence = new(HeatIndex, Comparison.AtLeast, 52, Hours: 3, Of: 3),
        },
    };

    public static HazardRule Cold { get; } = new()
    {
        Id = "cold",
        Hazard = HazardKind.Cold,
        NameTh = "อากาศหนาวตามเกณฑ์กรมอุตุนิยมวิทยา",
        NameEn = "Cold by the classes of the Thai Meteorological Department",
        Source = "Thai Meteorological Department, daily weather terms: cold 8.0 to 15.9 Cel, very cold 7.9 Cel and below",
        IsConfirmed = true,
        Note = "The hour raises it, so that one odd reading does not; the lowest of 24 hours and one degree more hold it, so that the noons of a "
            + "cold spell do not end it. Three hours beyond the limit bear witness.",
        Moderate = new(AtMost(Temperature, 15.9), AtMost(Lowest, 16.9)),
        Severe = new(AtMost(Temperature, 7.9), AtMost(Lowest, 8.9)),
        Timing = DefaultRules.Times(onset: 1, clear: 3, silence: 3, validity: 24, extend: 6, allClear: 12),
        Witnesses = new()
        {
            Sibling = true,
            Neighbour = true,
            Persistence = new(Temperature, Comparison.AtMost, 7.9, Hours: 3, Of: 3),
        },
    };

    public static HazardRule StrongWind { get; } = new()
    {
        Id = "strong-wind",
        Hazard = HazardKind.StrongWind,
        NameTh = "ลมแรงตามมาตราโบฟอร์ต",
        NameEn = "Strong wind by the Beaufort scale",
        Source = "Beaufort scale as in WMO-No. 8: 7 from 13.9, 8 from 17.2, 9 from 20.8, 10 from 24.5 m/s; which of them warn is this network's choice",
        Note = "A squall lasts minutes, so there is no onset hold; each limit is held down to the next lower force and cleared after an hour without it. "
            + "An anemometer that glitches shows a gust without wind, so the wind bears witness for the gust.",
        Moderate = new(Any(AtLeast(Wind, 13.9), AtLeast(Gust, 17.2)), Any(AtLeast(Wind, 10.8), AtLeast(Gust, 13.9))),
        Severe = new(Any(AtLeast(Wind, 20.8), AtLeast(Gust, 24.5)), Any(AtLeast(Wind, 17.2), AtLeast(Gust, 20.8))),
        Timing = DefaultRules.Times(onset: 0, clear: 1, silence: 2, validity: 4, extend: 1, allClear: 3),
        Witnesses = new()
        {
            Measures = All(AtLeast(Wind, 10.8), AtLeast(Gust, 17.2)),
            Sibling = true,
            Neighbour = true,
        },
    };
}
