namespace EnviAgriNet.Core.Indices;

/// <summary>
/// The wet-bulb temperature after Stull (2011), "Wet-Bulb Temperature from Relative Humidity and Air Temperature", at the
/// pressure of the sea level; off by at most 1 °C, mostly by less than 0.3.
/// </summary>
public static class WetBulb
{
    /// <summary>The range of air temperature in °C the fit was made for.</summary>
    public static (double Min, double Max) TemperatureRange => (-20, 50);

    /// <summary>The range of relative humidity in % the fit was made for.</summary>
    public static (double Min, double Max) HumidityRange => (5, 99);

    /// <summary>In °C; null outside the ranges of the fit.</summary>
    public static double? Of(double celsius, double humidity)
    {
        if (!(celsius >= TemperatureRange.Min && celsius <= TemperatureRange.Max
            && humidity >= HumidityRange.Min && humidity <= HumidityRange.Max))
        {
            return null;
        }

        return (celsius * Math.Atan(0.151977 * Math.Sqrt(humidity + 8.313659)))
            + Math.Atan(celsius + humidity)
            - Math.Atan(humidity - 1.676331)
            + (0.00391838 * Math.Pow(humidity, 1.5) * Math.Atan(0.023101 * humidity))
            - 4.686035;
    }
}
