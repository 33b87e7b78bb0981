namespace EnviAgriNet.Core.Indices;

/// <summary>Water vapour in air. Null for humidity outside 0 to 100 % and temperatures outside what a formula is made for.</summary>
public static class VapourPressure
{
    /// <summary>The range of temperatures in °C of the Magnus form over water.</summary>
    public static (double Min, double Max) DewPointRange => (-45, 60);

    /// <summary>Over water at a temperature in °C, in kPa (FAO-56 equation 11).</summary>
    public static double Saturation(double celsius) => 0.6108 * Math.Exp(17.27 * celsius / (celsius + 237.3));

    /// <summary>
    /// The vapour pressure deficit in kPa: how strongly the air draws water from leaves. Null for temperatures outside -80 to
    /// 60 °C.
    /// </summary>
    public static double? Deficit(double celsius, double humidity) =>
        celsius is >= -80 and <= 60 && humidity is >= 0 and <= 100 ? Saturation(celsius) * (1 - (humidity / 100)) : null;

    /// <summary>
    /// The dew point in °C by the Magnus form of WMO-No. 8 (6.112, 17.62, 243.12), good from -45 to 60 °C; null outside, and
    /// for humidity 0, where no air has one.
    /// </summary>
    public static double? DewPoint(double celsius, double humidity)
    {
        if (!(celsius >= DewPointRange.Min && celsius <= DewPointRange.Max) || humidity is not (> 0 and <= 100))
        {
            return null;
        }

        double gamma = Math.Log(humidity / 100) + (17.62 * celsius / (243.12 + celsius));
        return humidity >= 100 ? celsius : 243.12 * gamma / (17.62 - gamma);
    }
}
