using System.Collections.Frozen;
using EnviAgriNet.Core.Alerts.Words;
using EnviAgriNet.Core.Hazards;

namespace EnviAgriNet.Core.Alerts;

/// <summary>The words of all warnings. Every SMS leaves at least <see cref="PlaceUnitsMin"/> units for the place.</summary>
public static class AlertTemplates
{
    /// <summary>The room every SMS leaves for the place, marks of an exercise and the longest numbers included.</summary>
    public const int PlaceUnitsMin = 12;

    /// <summary>The key of the words for a hazard that has none of its own.</summary>
    public const string OtherKey = "other";

    /// <summary>The name of the case for a warning that is taken back; it stands among the words of <see cref="OtherKey"/>.</summary>
    public const string CancelledCase = "cancelled";

    private static readonly FrozenDictionary<HazardKind, HazardWords> ByHazard = new[]
    {
        HazeWords.Words, RiverFloodWords.Words, FlashFloodWords.Words, LandslideWords.Words, ExtremeHeatWords.Words,
        ColdWords.Words, DroughtWords.Words, StrongWindWords.Words, WaterPollutionWords.Words,
        SalinityIntrusionWords.Words, FireWeatherWords.Words,
    }.ToFrozenDictionary(w => w.Hazard);

    /// <summary>The words for a warning that is taken back, whatever its hazard.</summary>
    public static AlertCase Cancelled => CancelWords.Case;

    /// <summary>All words by the key they have in a file: the hazard's code, or <see cref="OtherKey"/>.</summary>
    public static IReadOnlyDictionary<string, HazardWords> All { get; } = ByHazard.Values
        .OrderBy(w => w.Hazard).Select(w => KeyValuePair.Create(w.Hazard.Code(), w))
        .Append(KeyValuePair.Create(OtherKey, OtherWords.Of((HazardKind)(-1)))).ToDictionary();

    /// <summary>The key of a hazard's words.</summary>
    public static string KeyOf(HazardKind hazard) => ByHazard.ContainsKey(hazard) ? hazard.Code() : OtherKey;

    /// <summary>The words of a hazard. One that has none of its own is told of in words that are true of any.</summary>
    public static HazardWords Of(HazardKind hazard) =>
        ByHazard.TryGetValue(hazard, out HazardWords? words) ? words : OtherWords.Of(hazard);
}
