namespace EnviAgriNet.Cloud.Commands.Calc.Air;

/// <summary>The two inputs that most calculations about weather share.</summary>
internal static class AirInputs
{
    /// <summary>Air temperature, in the range of the formula.</summary>
    public static CalcInput Temperature(double min = -80, double max = 60) => new("t", "°C", "air temperature")
    {
        Min = min,
        Max = max,
        Spellings = ["temperature", "air_temperature", "air-temperature", "temp", "tair", "ta"],
    };

    /// <summary>Relative humidity, in the range of the formula.</summary>
    public static CalcInput Humidity(double min = 0, double max = 100) => new("rh", "%", "relative humidity")
    {
        Min = min,
        Max = max,
        Spellings = ["humidity", "relative_humidity", "relative-humidity", "rhum", "rhmean"],
    };
}
