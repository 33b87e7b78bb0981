using EnviAgriNet.Core.Windows;
using static EnviAgriNet.Core.Hazards.Condition;

namespace EnviAgriNet.Core.Hazards;

/// <summary>The rule for rivers that leave their bed.</summary>
internal static class RiverRules
{
    private const string Percent = "bank_percent";
    private const string Hours = "hours_to_bank";

    public static HazardRule RiverFlood { get; } = new()
    {
        Id = "river-flood",
        Hazard = HazardKind.RiverFlood,
        NameTh = "ระดับน้ำเทียบกับตลิ่งและอัตราการเพิ่มขึ้น",
        NameEn = "River level against the bank, and its rise",
        Source = "Above 100 % and above 70 % of the bank are ThaiWater's situation levels 5 and 4; 90 % and the hours to the bank are "
            + "this network's, for no national limit of a rise was found",
        Note = "Waves and tides move a level by a few percent, so each limit is held 5 percent points below it and the hours by half as long "
            + "again. A broken gauge jumps in one step, a flood rises in several: 13 m an hour were recorded in real floods, 57 and "
            + "more of broken gauges.",
        Moderate = new(
            Any(Above(Percent, 90), All(Above(Percent, 70), AtMost(Hours, 24))),
            Any(AtLeast(Percent, 85), All(AtLeast(Percent, 65), AtMost(Hours, 36)))),
        Severe = new(
            Any(Above(Percent, 100), All(Above(Percent, 70), AtMost(Hours, 3))),
            Any(AtLeast(Percent, 95), All(AtLeast(Percent, 65), AtMost(Hours, 4.5)))),
        Timing = DefaultRules.Times(onset: 1.0 / 6, clear: 3, silence: 3, validity: 12, extend: 4, allClear: 6),
        Witnesses = new()
        {
            Measures = Above("rain_24h", 35),
            Sibling = true,
            Neighbour = true,
            Motion = new("water_level", new MotionLimits(
                ReadingsMin: 3, SpanMin: TimeSpan.FromMinutes(20), RatePerHourMax: 5, BurstPerHourMax: 25, StepShareMax: 0.5,
                StepFree: 0.15)),
        },
    };
}
