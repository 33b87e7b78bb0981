using System.Collections.Frozen;
using EnviAgriNet.Core.Alerts.Words;
using EnviAgriNet.Core.Hazards;

namespace EnviAgriNet.Core.Alerts;

/// <summary>The words of all warnings. Every SMS leaves at least <see cref="PlaceUnitsMin"/> units for the place.</summary>
public static class AlertTemplates
{
    /// <summary>The room every SMS leaves for the place, marks of an exercise and the longest numbers included.</summary>
    public const int PlaceUnitsMin = 12;

    private static readonly FrozenDictionary<HazardKind, HazardWords> ByHazard = new[]
    {
        HazeWords.Words, RiverFloodWords.Words, FlashFloodWords.Words, LandslideWords.Words, ExtremeHeatWords.Words,
        ColdWords.Words, DroughtWords.Words, StrongWindWords.Words, WaterPollutionWords.Words,
        SalinityIntrusionWords.Words, FireWeatherWords.Words,
    }.ToFrozenDictionary(w => w.Hazard);

    /// <summary>The words of a hazard. One that has none of its own is told of in words that are true of any.</summary>
    public static HazardWords Of(HazardKind hazard) =>
        ByHazard.TryGetValue(hazard, out HazardWords? words) ? words : OtherWords.Of(hazard);
}
