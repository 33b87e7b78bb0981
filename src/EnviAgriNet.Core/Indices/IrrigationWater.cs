namespace EnviAgriNet.Core.Indices;

/// <summary>
/// How far water restricts its use on fields, by FAO Irrigation and Drainage Paper 29, table 1 (Ayers and Westcot 1985).
/// Null for a value that is negative or not finite.
/// </summary>
public static class IrrigationWater
{
    /// <summary>Up to which SAR, and the conductivity in dS/m below which restriction is severe and above which there is none.</summary>
    private static readonly (double SarTo, double SevereBelow, double NoneAbove)[] Infiltration =
        [(3, 0.2, 0.7), (6, 0.3, 1.2), (12, 0.5, 1.9), (20, 1.3, 2.9), (40, 2.9, 5.0)];

    /// <summary>Salinity by electrical conductivity of the water, dS/m.</summary>
    public static UseRestriction? ByConductivity(double dsPerMetre) => Of(dsPerMetre, 0.7, 3.0);

    /// <summary>Salinity by total dissolved solids, mg/L.</summary>
    public static UseRestriction? BySolids(double milligramsPerLitre) => Of(milligramsPerLitre, 450, 2000);

    /// <summary>Sodium by the adsorption ratio (SAR), for surface irrigation.</summary>
    public static UseRestriction? BySodium(double sar) => Of(sar, 3, 9);

    /// <summary>Chloride in me/L, for surface irrigation.</summary>
    public static UseRestriction? ByChloride(double milliequivalents) => Of(milliequivalents, 4, 10);

    /// <summary>Boron in mg/L.</summary>
    public static UseRestriction? ByBoron(double milligramsPerLitre) => Of(milligramsPerLitre, 0.7, 3.0);

    /// <summary>Nitrate as nitrogen in mg/L.</summary>
    public static UseRestriction? ByNitrate(double milligramsPerLitre) => Of(milligramsPerLitre, 5, 30);

    /// <summary>Bicarbonate in me/L, for sprinklers over the crop.</summary>
    public static UseRestriction? ByBicarbonate(double milliequivalents) => Of(milliequivalents, 1.5, 8.5);

    /// <summary>Whether pH lies in the normal range of 6.5 to 8.4; the paper grades it no further.</summary>
    public static bool? IsAcidityNormal(double ph) => ph is >= 0 and <= 14 ? ph is >= 6.5 and <= 8.4 : null;

    /// <summary>
    /// Whether the soil takes the water in: sodium closes it, salt opens it, so both count. A SAR on the limit of two rows is
    /// read in the stricter one. Null also above a SAR of 40, where the table ends.
    /// </summary>
    public static UseRestriction? ByInfiltration(double sar, double dsPerMetre)
    {
        int row = Array.FindIndex(Infiltration, r => sar < r.SarTo || (sar.Equals(r.SarTo) && r.SarTo >= 40));
        if (row < 0 || !(sar >= 0) || !double.IsFinite(dsPerMetre) || dsPerMetre < 0)
        {
            return null;
        }

        (_, double severeBelow, double noneAbove) = Infiltration[row];
        return dsPerMetre < severeBelow ? UseRestriction.Severe
            : dsPerMetre > noneAbove ? UseRestriction.None
            : UseRestriction.SlightToModerate;
    }

    private static UseRestriction? Of(double value, double slightFrom, double severeAbove) => value switch
    {
        < 0 or double.NaN or double.PositiveInfinity => null,
        _ when value < slightFrom => UseRestriction.None,
        _ when value <= severeAbove => UseRestriction.SlightToModerate,
        _ => UseRestriction.Severe,
    };
}

/// <summary>How far water restricts its use; the numbers rise with the restriction.</summary>
public enum UseRestriction
{
    /// <summary>For every crop and soil.</summary>
    None,

    /// <summary>With care in the choice of crop and in management.</summary>
    SlightToModerate,

    /// <summary>Only for tolerant crops, or after blending or treatment.</summary>
    Severe,
}
