namespace EnviAgriNet.Core.Indices;

/// <summary>
/// The guide of the Thai Pollution Control Department for water in which fish can live (reg_std_water06): per value whether it
/// lies within the guide, null where nothing was measured.
/// </summary>
public static class AquaticLife
{
    /// <summary>Water temperature: 23 to 32 °C.</summary>
    public static bool? IsTemperatureGood(double? celsius) => Within(celsius, 23, 32);

    /// <summary>pH: 5 to 9.</summary>
    public static bool? IsAcidityGood(double? ph) => Within(ph, 5, 9);

    /// <summary>Swing of pH within a day: at most 2.</summary>
    public static bool? IsAciditySwingGood(double? swing) => Within(swing, 0, 2);

    /// <summary>Dissolved oxygen: at least 3 mg/L.</summary>
    public static bool? IsOxygenGood(double? milligramsPerLitre) => Within(milligramsPerLitre, 3, double.MaxValue);

    /// <summary>Free carbon dioxide: at most 30 mg/L.</summary>
    public static bool? IsCarbonDioxideGood(double? milligramsPerLitre) => Within(milligramsPerLitre, 0, 30);

    /// <summary>Depth to which a Secchi disc is seen: 30 to 60 cm.</summary>
    public static bool? IsTransparencyGood(double? centimetres) => Within(centimetres, 30, 60);

    /// <summary>Suspended solids: at most 25 mg/L.</summary>
    public static bool? AreSuspendedSolidsGood(double? milligramsPerLitre) => Within(milligramsPerLitre, 0, 25);

    private static bool? Within(double? value, double least, double most) =>
        value is { } measured && double.IsFinite(measured) ? measured >= least && measured <= most : null;
}
