namespace EnviAgriNet.Core.Crops;

/// <summary>The field at the end of a day, and what happened on it; depths in mm.</summary>
public sealed record WaterBalanceDay
{
    /// <summary>Days since planting.</summary>
    public required int Day { get; init; }

    /// <summary>The stage of the crop.</summary>
    public required CropStage Stage { get; init; }

    /// <summary>Reference evapotranspiration.</summary>
    public required double Et0 { get; init; }

    /// <summary>Basal crop coefficient (Eq. 66).</summary>
    public required double Kcb { get; init; }

    /// <summary>Height of the crop, m.</summary>
    public required double Height { get; init; }

    /// <summary>Largest coefficient of the day (Eq. 72).</summary>
    public required double KcMax { get; init; }

    /// <summary>Share of the ground that the canopy covers (Eq. 76).</summary>
    public required double Cover { get; init; }

    /// <summary>fw, share of the surface wetted.</summary>
    public required double Wetted { get; init; }

    /// <summary>few, share exposed and wetted (Eq. 75).</summary>
    public required double ExposedWetted { get; init; }

    /// <summary>De at the end of the day (Eq. 77).</summary>
    public required double SurfaceDepletion { get; init; }

    /// <summary>Kr (Eq. 74).</summary>
    public required double Kr { get; init; }

    /// <summary>Ke (Eq. 71).</summary>
    public required double Ke { get; init; }

    /// <summary>DPe, percolation out of the top layer (Eq. 79).</summary>
    public required double SurfacePercolation { get; init; }

    /// <summary>Depth of the roots, m.</summary>
    public required double RootDepth { get; init; }

    /// <summary>TAW (Eq. 82).</summary>
    public required double AvailableWater { get; init; }

    /// <summary>p of the day.</summary>
    public required double DepletionFraction { get; init; }

    /// <summary>RAW (Eq. 83).</summary>
    public required double ReadilyAvailable { get; init; }

    /// <summary>Ks by the depletion of the evening before (Eq. 84).</summary>
    public required double Ks { get; init; }

    /// <summary>DP, percolation out of the root zone (Eq. 88).</summary>
    public required double DeepPercolation { get; init; }

    /// <summary>Dr at the end of the day (Eq. 85).</summary>
    public required double Depletion { get; init; }

    /// <summary>
    /// Evaporation that the formula asked for and the root zone no longer held: Dr ends at TAW, and this much is missing from the balance.
    /// </summary>
    public required double Unmet { get; init; }

    /// <summary>Rain of the day.</summary>
    public required double Rain { get; init; }

    /// <summary>Rain that ran off.</summary>
    public required double Runoff { get; init; }

    /// <summary>Irrigation of the day.</summary>
    public required double Irrigation { get; init; }

    /// <summary>What the field needs in the evening.</summary>
    public required IrrigationNeed Need { get; init; }

    /// <summary>Kc = Kcb + Ke (Eq. 69).</summary>
    public double Kc => Kcb + Ke;

    /// <summary>Evapotranspiration without stress (Eq. 69).</summary>
    public double Etc => Kc * Et0;

    /// <summary>Soil evaporation.</summary>
    public double Evaporation => Ke * Et0;

    /// <summary>Transpiration under stress.</summary>
    public double Transpiration => Ks * Kcb * Et0;

    /// <summary>Evapotranspiration under stress (Eq. 80).</summary>
    public double Eta => ((Ks * Kcb) + Ke) * Et0;

    /// <summary>Ks by the depletion at the end of the day: what tomorrow starts with.</summary>
    public double KsEnd => WaterBalance.Stress(AvailableWater, Depletion, ReadilyAvailable);
}
