namespace EnviAgriNet.Core.Indices;

/// <summary>
/// The heat index of the US National Weather Service: how hot the air feels in the shade. Rothfusz' regression with both of
/// its adjustments; in air too cool for it the simple value of Steadman, returned as it is (as MetPy and weewx do; the page
/// of the NWS averages it with the temperature only to decide).
/// </summary>
public static class HeatIndex
{
    /// <summary>No air is hotter or colder, and the regression is still a number.</summary>
    private const double FahrenheitMax = 1000;

    private const double RegressionFrom = 80;

    /// <summary>In °C, not rounded; null for humidity outside 0 to 100 % and a temperature that no air has.</summary>
    /// <param name="celsius">Air temperature in °C.</param>
    /// <param name="humidity">Relative humidity in %.</param>
    public static double? Of(double celsius, double humidity) =>
        OfFahrenheit((celsius * 1.8) + 32, humidity) is { } fahrenheit ? (fahrenheit - 32) / 1.8 : null;

    /// <summary>In °F, not rounded; null for humidity outside 0 to 100 % and a temperature that no air has.</summary>
    /// <param name="t">Air temperature in °F.</param>
    /// <param name="humidity">Relative humidity in %.</param>
    public static double? OfFahrenheit(double t, double humidity)
    {
        if (!(Math.Abs(t) <= FahrenheitMax) || humidity is not (>= 0 and <= 100))
        {
            return null;
        }

        double simple = 0.5 * (t + 61 + (1.2 * (t - 68)) + (0.094 * humidity));
        return (simple + t) / 2 < RegressionFrom ? simple : Regression(t, humidity) + Adjustment(t, humidity);
    }

    private static double Regression(double t, double r) =>
        -42.379 + (2.04901523 * t) + (10.14333127 * r) - (0.22475541 * t * r) - (6.83783e-3 * t * t)
        - (5.481717e-2 * r * r) + (1.22874e-3 * t * t * r) + (8.5282e-4 * t * r * r) - (1.99e-6 * t * t * r * r);

    private static double Adjustment(double t, double r) => (t, r) switch
    {
        ( >= 80 and <= 112, < 13) => -(13 - r) / 4 * Math.Sqrt((17 - Math.Abs(t - 95)) / 17),
        ( >= 80 and <= 87, > 85) => (r - 85) / 10 * ((87 - t) / 5),
        _ => 0,
    };
}
