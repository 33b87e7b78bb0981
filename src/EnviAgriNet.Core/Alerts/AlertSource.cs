using System.Collections.Frozen;
using EnviAgriNet.Core.Hazards;

namespace EnviAgriNet.Core.Alerts;

/// <summary>Who warns, and whom people can call.</summary>
/// <param name="NameTh">Who says so, in Thai.</param>
/// <param name="NameEn">Who says so, in English.</param>
public sealed record AlertSource(string NameTh, string NameEn)
{
    /// <summary>The number that is called where a hazard has none of its own: disaster prevention.</summary>
    public const string GeneralNumber = "1784";

    /// <summary>
    /// The numbers people call by hazard unless the settings say otherwise: 1784 disaster prevention, 1650 pollution control, 1669
    /// medical emergency, 1460 irrigation, 1362 forest fire.
    /// </summary>
    public static IReadOnlyDictionary<HazardKind, string> UsualNumbers { get; } = new Dictionary<HazardKind, string>
    {
        [HazardKind.Haze] = "1650",
        [HazardKind.ExtremeHeat] = "1669",
        [HazardKind.WaterPollution] = "1650",
        [HazardKind.SalinityIntrusion] = "1460",
        [HazardKind.FireWeather] = "1362",
    }.ToFrozenDictionary();

    /// <summary>Numbers that replace the usual ones.</summary>
    public IReadOnlyDictionary<HazardKind, string> Numbers { get; init; } = FrozenDictionary<HazardKind, string>.Empty;

    /// <summary>The number to call about a hazard.</summary>
    public string NumberFor(HazardKind hazard) => Numbers.TryGetValue(hazard, out string? own) ? own
        : UsualNumbers.TryGetValue(hazard, out string? usual) ? usual : GeneralNumber;

    /// <summary>The name in a language.</summary>
    public string In(string language) => new Place(NameTh, NameEn).In(language);
}
