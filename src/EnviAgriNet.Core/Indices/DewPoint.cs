namespace EnviAgriNet.Core.Indices;

/// <summary>
/// The temperature at which dew falls, by the Magnus form of WMO-No. 8 over water (6.112, 17.62, 243.12). FAO-56 has its own,
/// slightly different constants; those stay with evapotranspiration.
/// </summary>
public static class DewPoint
{
    /// <summary>Drier air is not measured, and its dew point would run off to absolute zero.</summary>
    private const double HumidityMin = 0.01;

    /// <summary>The range of air temperature in °C the form is good for.</summary>
    public static (double Min, double Max) TemperatureRange => (-45, 60);

    /// <summary>In °C; null outside the range, for humidity above 100 %, and below 0.01 %: air without water has none.</summary>
    public static double? Of(double celsius, double humidity)
    {
        if (!(celsius >= TemperatureRange.Min && celsius <= TemperatureRange.Max) || humidity is not (>= HumidityMin and <= 100))
        {
            return null;
        }

        double gamma = Math.Log(humidity / 100) + (17.62 * celsius / (243.12 + celsius));
        return humidity >= 100 ? celsius : 243.12 * gamma / (17.62 - gamma);
    }
}
