namespace EnviAgriNet.Core.Crops;

/// <summary>How much water a field needs.</summary>
/// <param name="NetMm">What has to reach the roots, mm; 0 while the crop can wait.</param>
/// <param name="GrossMm">What has to be let out, mm: net over the efficiency.</param>
public readonly record struct IrrigationNeed(double NetMm, double GrossMm)
{
    /// <summary>One rai in m².</summary>
    public const double RaiSquareMetres = 1600;

    /// <summary>What has to be let out on one rai, m³.</summary>
    public double GrossCubicMetresPerRai => CubicMetresPerRai(GrossMm);

    /// <summary>A depth of water in mm as m³ on one rai.</summary>
    public static double CubicMetresPerRai(double millimetres) => millimetres / 1000 * RaiSquareMetres;

    /// <summary>
    /// The need at the end of a day: the entire depletion, once it has reached the readily available water (FAO-56, chapter 8).
    /// </summary>
    /// <param name="depletion">Dr, mm.</param>
    /// <param name="readilyAvailable">RAW, mm.</param>
    /// <param name="efficiency">Share of the water let out that reaches the roots, above 0 to 1.</param>
    public static IrrigationNeed Of(double depletion, double readilyAvailable, double efficiency) =>
        depletion >= readilyAvailable && depletion > 0 ? new(depletion, depletion / efficiency) : new(0, 0);
}
