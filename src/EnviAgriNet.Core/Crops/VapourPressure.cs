namespace EnviAgriNet.Core.Crops;

/// <summary>
/// Actual vapour pressure in kPa by every route of FAO-56, chapter 3. Temperatures are in °C, relative humidities in percent.
/// </summary>
public static class VapourPressure
{
    /// <summary>The coefficient of an Asmann type psychrometer with about 5 m/s of ventilation, per °C (Eq. 16).</summary>
    public const double VentilatedPsychrometer = 0.000662;

    /// <summary>From the dew point (Eq. 14).</summary>
    public static double FromDewPoint(double dewPoint) => Atmosphere.SaturationVapourPressure(dewPoint);

    /// <summary>From dry and wet bulb and the air pressure in kPa (Eq. 15 and 16).</summary>
    /// <param name="wetBulb">Wet bulb temperature, °C.</param>
    /// <param name="dryBulb">Dry bulb temperature, °C, not below the wet bulb.</param>
    /// <param name="pressure">Air pressure, kPa.</param>
    /// <param name="coefficient">Psychrometer coefficient per °C: 0.000662 ventilated, 0.0008 in natural wind, 0.0012 indoors.</param>
    public static double FromPsychrometer(
        double wetBulb, double dryBulb, double pressure, double coefficient = VentilatedPsychrometer) =>
        Atmosphere.SaturationVapourPressure(wetBulb) - (coefficient * pressure * (dryBulb - wetBulb));

    /// <summary>From the extremes of the relative humidity (Eq. 17).</summary>
    public static double FromExtremeHumidities(double tMax, double tMin, double rhMax, double rhMin) =>
        ((Atmosphere.SaturationVapourPressure(tMin) * rhMax) + (Atmosphere.SaturationVapourPressure(tMax) * rhMin)) / 200;

    /// <summary>From the largest relative humidity alone (Eq. 18).</summary>
    public static double FromMaxHumidity(double tMin, double rhMax) =>
        Atmosphere.SaturationVapourPressure(tMin) * rhMax / 100;

    /// <summary>From the mean relative humidity (Eq. 19); less exact than the other routes.</summary>
    public static double FromMeanHumidity(double tMax, double tMin, double rhMean) =>
        Atmosphere.MeanSaturationVapourPressure(tMax, tMin) * rhMean / 100;

    /// <summary>From the smallest relative humidity alone (ASCE 2005, Eq. 13).</summary>
    public static double FromMinHumidity(double tMax, double rhMin) =>
        Atmosphere.SaturationVapourPressure(tMax) * rhMin / 100;

    /// <summary>Where humidity is not known: the dew point is near the day's minimum temperature (Eq. 48).</summary>
    public static double FromMinTemperature(double tMin) => Atmosphere.SaturationVapourPressure(tMin);

    /// <summary>Vapour pressure deficit in kPa at a temperature in °C and a relative humidity in percent.</summary>
    public static double Deficit(double temperature, double humidity) =>
        Atmosphere.SaturationVapourPressure(temperature) * (1 - (humidity / 100));
}
