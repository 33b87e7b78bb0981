using EnviAgriNet.Core.Indices;
using static EnviAgriNet.Core.Hazards.Condition;

namespace EnviAgriNet.Core.Hazards;

/// <summary>The rule for haze.</summary>
internal static class AirRules
{
    private const string Mean = "pm25_24h";
    private const double HoldShare = 0.93;

    private static readonly (double At100, double At200) Pm25 = ThaiAqiTable.Since2023.Limits(Pollutant.Pm25);
    private static readonly double Pm10At100 = ThaiAqiTable.Since2023.Limits(Pollutant.Pm10).At100;

    public static HazardRule Haze { get; } = new()
    {
        Id = "haze",
        Hazard = HazardKind.Haze,
        NameTh = "ฝุ่น PM2.5 ตามดัชนีคุณภาพอากาศ",
        NameEn = "PM2.5 by the Thai air quality index",
        Source = "Thai air quality index of 2023, index 100 and 200 of PM2.5 (37.5 and 75 ug/m3 over 24 h); checked against published values",
        IsConfirmed = true,
        Note = "A level is held to 93 % of its limit, for a 24 h mean wanders by a few percent around it. One hour can carry a mean, so the "
            + "series is its own witness only with six hours beyond the limit and a mean beyond it without its worst hour.",
        Moderate = new(Above(Mean, Pm25.At100), Above(Mean, Pm25.At100 * HoldShare)),
        Severe = new(Above(Mean, Pm25.At200), Above(Mean, Pm25.At200 * HoldShare)),
        Timing = DefaultRules.Times(onset: 1, clear: 3, silence: 3, validity: 24, extend: 6, allClear: 6),
        Witnesses = new()
        {
            Measures = Above("pm10_24h", Pm10At100),
            Sibling = true,
            Neighbour = true,
            Persistence = new(Mean, Comparison.Above, Pm25.At200, Hours: 6, Of: 24),
        },
    };
}
