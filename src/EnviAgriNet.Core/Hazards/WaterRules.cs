using static EnviAgriNet.Core.Hazards.Condition;

namespace EnviAgriNet.Core.Hazards;

/// <summary>The rules for the quality of water.</summary>
internal static class WaterRules
{
    private const string Oxygen = "dissolved_oxygen_1h";
    private const string Ph = "ph_1h";
    private const string Ammonium = "ammonium_1h";
    private const string Salinity = "salinity_1h";

    public static HazardRule Pollution { get; } = new()
    {
        Id = "water-pollution",
        Hazard = HazardKind.WaterPollution,
        NameTh = "คุณภาพน้ำต่ำกว่าเกณฑ์สัตว์น้ำและมาตรฐานน้ำผิวดิน",
        NameEn = "Water worse than the aquatic-life guide and the surface-water standard",
        Source = "Guide for aquatic life: oxygen 3 mg/L and more, pH 5 to 9; surface-water standard: oxygen 2.0 mg/L and more in class 4, ammonia "
            + "0.5 mg/L as nitrogen",
        IsConfirmed = true,
        Note = "Oxygen dips at dawn, so it takes two hours to raise and six to clear. A fouled probe reads low for weeks, so persistence is no witness: "
            + "ammonium or acid is, or another station on the water.",
        Moderate = new(
            Any(Below(Oxygen, 3), Below(Ph, 5), Above(Ph, 9), Above(Ammonium, 0.5)),
            Any(Below(Oxygen, 3.5), Below(Ph, 5.3), Above(Ph, 8.7), Above(Ammonium, 0.4))),
        Severe = new(Below(Oxygen, 2), Below(Oxygen, 2.5)),
        Timing = DefaultRules.Times(onset: 2, clear: 6, silence: 3, validity: 24, extend: 6, allClear: 12),
        Witnesses = new()
        {
            Measures = Any(Above(Ammonium, 0.5), Below(Ph, 5), Above(Ph, 9)),
            Sibling = true,
            Neighbour = true,
        },
    };

    public static HazardRule SalinityIntrusion { get; } = new()
    {
        Id = "salinity-intrusion",
        Hazard = HazardKind.SalinityIntrusion,
        NameTh = "ความเค็มของน้ำ",
        NameEn = "Salinity of water",
        Source = "0.25 g/L as quoted of a waterworks' raw water, 2.0 g/L as quoted for farming; neither is confirmed: set them for the canal at hand",
        Note = "It is cleared after 13 hours below 80 % of its limit, longer than a tide, so that the ebb does not end it. Conductivity is the witness "
            + "of a salinity measured by another probe.",
        Moderate = new(Above(Salinity, 0.25), Above(Salinity, 0.2)),
        Severe = new(Above(Salinity, 2.0), Above(Salinity, 1.6)),
        Timing = DefaultRules.Times(onset: 2, clear: 13, silence: 6, validity: 26, extend: 8, allClear: 12),
        Witnesses = new()
        {
            Measures = Above("conductivity_1h", 3000),
            Sibling = true,
            Neighbour = true,
        },
    };
}
