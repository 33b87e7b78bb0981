namespace EnviAgriNet.Core.Crops;

/// <summary>The Penman-Monteith equation of the reference crop, with every term given.</summary>
public static class PenmanMonteith
{
    /// <summary>Reference evapotranspiration of a day in mm (FAO-56 Eq. 6; tall crop: ASCE 2005 Eq. 1).</summary>
    public static double Daily(in PenmanMonteithTerms terms, ReferenceSurface surface = ReferenceSurface.Short) =>
        surface is ReferenceSurface.Short ? Of(terms, 900, 0.34) : Of(terms, 1600, 0.38);

    /// <summary>Reference evapotranspiration of an hour in mm (FAO-56 Eq. 53).</summary>
    public static double Hourly(in PenmanMonteithTerms terms) => Of(terms, 37, 0.34);

    private static double Of(in PenmanMonteithTerms t, double numerator, double denominator) =>
        ((0.408 * t.Slope * (t.NetRadiation - t.SoilHeat))
            + (t.Psychrometric * numerator / (t.Temperature + 273) * t.Wind * (t.Saturation - t.VapourPressure)))
        / (t.Slope + (t.Psychrometric * (1 + (denominator * t.Wind))));
}

/// <summary>The terms of the Penman-Monteith equation.</summary>
/// <param name="NetRadiation">Rn, MJ/m² in the period.</param>
/// <param name="SoilHeat">G, MJ/m² in the period.</param>
/// <param name="Temperature">Mean air temperature, °C.</param>
/// <param name="Wind">u2, m/s at 2 m.</param>
/// <param name="Saturation">es, kPa.</param>
/// <param name="VapourPressure">ea, kPa.</param>
/// <param name="Slope">Δ, kPa/°C.</param>
/// <param name="Psychrometric">γ, kPa/°C.</param>
public readonly record struct PenmanMonteithTerms(
    double NetRadiation,
    double SoilHeat,
    double Temperature,
    double Wind,
    double Saturation,
    double VapourPressure,
    double Slope,
    double Psychrometric);

/// <summary>What evaporates and transpires in the definition of the reference.</summary>
public enum ReferenceSurface
{
    /// <summary>Grass of 0.12 m, as in FAO-56; the crop coefficients belong to it.</summary>
    Short,

    /// <summary>Alfalfa of 0.50 m, the tall reference of ASCE 2005.</summary>
    Tall,
}
