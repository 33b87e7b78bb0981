namespace EnviAgriNet.Core.Crops;

/// <summary>
/// Properties of the air from elevation and temperature (FAO Irrigation and Drainage Paper 56, here FAO-56, chapter 3).
/// </summary>
public static class Atmosphere
{
    /// <summary>Subtracts from a temperature in kelvin as FAO-56 prints it (273.16, the triple point, not 273.15).</summary>
    internal const double KelvinOffset = 273.16;

    /// <summary>Mean air pressure in kPa at an elevation in metres above sea level (Eq. 7).</summary>
    public static double Pressure(double elevation) => 101.3 * Math.Pow((293 - (0.0065 * elevation)) / 293, 5.26);

    /// <summary>Psychrometric constant in kPa/°C of an air pressure in kPa (Eq. 8).</summary>
    public static double PsychrometricConstant(double pressure) => 0.665e-3 * pressure;

    /// <summary>Saturation vapour pressure e° in kPa of an air temperature in °C (Eq. 11).</summary>
    public static double SaturationVapourPressure(double temperature) =>
        0.6108 * Math.Exp(17.27 * temperature / (temperature + 237.3));

    /// <summary>Mean saturation vapour pressure of a day in kPa from its extremes in °C (Eq. 12).</summary>
    public static double MeanSaturationVapourPressure(double tMax, double tMin) =>
        (SaturationVapourPressure(tMax) + SaturationVapourPressure(tMin)) / 2;

    /// <summary>Slope of the saturation vapour pressure curve in kPa/°C at an air temperature in °C (Eq. 13).</summary>
    public static double Slope(double temperature) =>
        4098 * SaturationVapourPressure(temperature) / ((temperature + 237.3) * (temperature + 237.3));

    /// <summary>Wind speed at 2 m above the ground in m/s from one measured at another height in metres above 0.1 (Eq. 47).</summary>
    public static double WindAtTwoMetres(double wind, double height) => wind * 4.87 / Math.Log((67.8 * height) - 5.42);
}
