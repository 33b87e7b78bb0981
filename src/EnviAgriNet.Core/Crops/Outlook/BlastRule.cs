namespace EnviAgriNet.Core.Crops.Outlook;

/// <summary>
/// Rice blast: nights of 20 to 26 °C with 90 % humidity or more for a week, while the plants are seedlings, tiller or push out panicles.
/// From a secondary source (rkmp.co.in, BAU Ranchi); neither the Rice Department's formula nor the table of BLASTAM could be confirmed,
/// so that the risk is always marked unconfirmed.
/// </summary>
public static class BlastRule
{
    /// <summary>Nights in a row.</summary>
    public const int NightsNeeded = 7;

    /// <summary>The code of the disease.</summary>
    public const string Disease = "rice-blast";

    /// <summary>The risk after the last night; null in a stage that is not susceptible, or without humidity.</summary>
    public static DiseaseRisk? Of(GrowthStage stage, FieldWeather weather)
    {
        if (stage is not (GrowthStage.Establishment or GrowthStage.Vegetative or GrowthStage.Flowering)
            || weather.IsEmpty || weather.Days[^1] is not { TMin: not null, RhMax: not null })
        {
            return null;
        }

        int nights = weather.Days.Reverse().TakeWhile(Fits).Count();
        DiseaseLevel level = nights switch
        {
            >= NightsNeeded => DiseaseLevel.High,
            > NightsNeeded / 2 => DiseaseLevel.Rising,
            _ => DiseaseLevel.Low,
        };
        return new DiseaseRisk(Disease, level, nights, NightsNeeded, RuleStatus.Unconfirmed);
    }

    private static bool Fits(OutlookDay day) => day.TMin is >= 20 and <= 26 && day.RhMax is >= 90;
}
