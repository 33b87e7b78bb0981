namespace EnviAgriNet.Core.Crops.Outlook;

/// <summary>The water of a field in the evening of the last day with weather, and what to let in.</summary>
/// <param name="Kind">What to do.</param>
/// <param name="Basis">What it was judged by.</param>
/// <param name="Mm">What has to be let in now, mm; 0 when nothing has.</param>
/// <param name="DeficitMm">
/// What the root zone lacks, mm (paddy: how far the water stands below the depth to flood to, where it was measured or reckoned).
/// </param>
/// <param name="Stress">0 no stress to 1 wilting: one minus Ks of FAO-56, for tomorrow.</param>
/// <param name="DaysLeft">Days until water is short if no rain falls, at the use of the last days; null for a paddy without a measured level.</param>
/// <param name="PaddyLevelCm">The water in the field from the soil surface, cm, negative below; null where it is not known.</param>
/// <param name="RainMm">Rain of the last seven days, mm.</param>
/// <param name="NeedMm">What the crop would have used in the same days, mm.</param>
public sealed record WaterAdvice(
    WaterAction Kind,
    WaterBasis Basis,
    double Mm,
    double DeficitMm,
    double Stress,
    int? DaysLeft,
    double? PaddyLevelCm,
    double RainMm,
    double NeedMm)
{
    /// <summary>What has to be let in on one rai, m³: 1 mm is 1.6 m³.</summary>
    public double CubicMetresPerRai => IrrigationNeed.CubicMetresPerRai(Mm);
}

/// <summary>What to do about water.</summary>
public enum WaterAction
{
    /// <summary>Nothing: there is enough.</summary>
    Enough,

    /// <summary>Let water in.</summary>
    Irrigate,

    /// <summary>Water is short and none can be let in, as far as is known.</summary>
    Short,

    /// <summary>Let water out: the paddy is ripening, or water stands higher than the bunds usually hold.</summary>
    Drain,
}

/// <summary>What the advice was judged by.</summary>
public enum WaterBasis
{
    /// <summary>The water balance of the root zone (FAO-56).</summary>
    RootZone,

    /// <summary>A measured level of the paddy water (alternate wetting and drying).</summary>
    MeasuredLevel,

    /// <summary>A reckoned level of the paddy water: rain minus use minus seepage. A field tube would be better.</summary>
    ReckonedLevel,
}
