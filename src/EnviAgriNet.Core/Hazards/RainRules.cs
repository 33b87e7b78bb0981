using static EnviAgriNet.Core.Hazards.Condition;

namespace EnviAgriNet.Core.Hazards;

/// <summary>The rules for what heavy rain brings: flash floods and landslides.</summary>
internal static class RainRules
{
    private const string Hour = "rain_1h";
    private const string Day = "rain_24h";
    private const string ThreeDays = "rain_3d";

    public static HazardRule FlashFlood { get; } = new()
    {
        Id = "flash-flood",
        Hazard = HazardKind.FlashFlood,
        NameTh = "ฝนหนักใน 1 ชั่วโมง 24 ชั่วโมง และ 3 วัน",
        NameEn = "Heavy rain in 1 h, 24 h and 3 days",
        Source = "Limits of one published rain zone (25/65/95 and 30/80/160 mm), used where the limits of the zone are not known; that any of "
            + "the three is enough is an assumption",
        Note = "A sum only falls when its rain leaves the window, so no onset hold is needed and limits are held at 90 %. A gauge that was "
            + "knocked is not seen by the hygrometer or the river, and they are its witnesses.",
        Moderate = new(
            Any(AtLeast(Hour, 25), AtLeast(Day, 65), AtLeast(ThreeDays, 95)),
            Any(AtLeast(Hour, 22.5), AtLeast(Day, 58.5), AtLeast(ThreeDays, 85.5))),
        Severe = new(
            Any(AtLeast(Hour, 30), AtLeast(Day, 80), AtLeast(ThreeDays, 160)),
            Any(AtLeast(Hour, 27), AtLeast(Day, 72), AtLeast(ThreeDays, 144))),
        Timing = DefaultRules.Times(onset: 0, clear: 2, silence: 2, validity: 6, extend: 2, allClear: 6),
        Witnesses = new()
        {
            Measures = Any(AtLeast("humidity_1h", 90), AtLeast("rise_per_hour", 0.1), Above("bank_percent", 70)),
            Sibling = true,
            Neighbour = true,
        },
    };

    public static HazardRule FlashFloodZone01 { get; } = FlashFlood with
    {
        Id = "flash-flood-zone-01",
        NameTh = "ฝนหนักใน 1 ชั่วโมง 24 ชั่วโมง และ 3 วัน เขต 01",
        NameEn = "Heavy rain in 1 h, 24 h and 3 days, zone 01",
        Source = "ThaiWater, published rule of rain zone 01: level 3 from 25/65/95 mm, level 4 from 30/80/160 mm in 1 h/24 h/3 days; that any of "
            + "the three is enough is an assumption",
        Scope = new() { Zones = ["01"] },
    };

    public static HazardRule Landslide { get; } = new()
    {
        Id = "landslide",
        Hazard = HazardKind.Landslide,
        NameTh = "ฝนสะสมที่อาจทำให้ดินถล่ม",
        NameEn = "Rain after which slopes may give way",
        Source = "More than 100 mm in 24 h as news quote it of landslide notices; 150 mm in 24 h and 300 mm in 3 days are widely quoted and not "
            + "confirmed",
        Note = "Slopes drain slowly, so it is cleared only six hours after the sums fell below 80 %. Rain that brings a slope down falls for "
            + "hours: a gauge alone is believed with six hours of 4 mm or more, and 4 mm an hour on average without the worst one.",
        Moderate = new(Above(Day, 100), Above(Day, 80)),
        Severe = new(Any(Above(Day, 150), Above(ThreeDays, 300)), Any(Above(Day, 120), Above(ThreeDays, 240))),
        Timing = DefaultRules.Times(onset: 0, clear: 6, silence: 3, validity: 12, extend: 3, allClear: 12),
        Witnesses = new()
        {
            Sibling = true,
            Neighbour = true,
            Persistence = new(Day, Comparison.AtLeast, 4, Hours: 6, Of: 24),
        },
    };
}
