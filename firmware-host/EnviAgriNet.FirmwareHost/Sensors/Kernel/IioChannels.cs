namespace EnviAgriNet.FirmwareHost.Sensors.Kernel;

/// <summary>Which channel of the kernel is which quantity, and how its unit becomes the catalogue's.</summary>
internal static class IioChannels
{
    /// <summary>Channel to the series it goes to when the settings name none.</summary>
    public static IReadOnlyDictionary<string, string> Series { get; } = new Dictionary<string, string>
    {
        ["temp"] = "air_temperature",
        ["humidityrelative"] = "humidity",
        ["pressure"] = "pressure",
        ["concentration_co2"] = "co2",
    };

    /// <summary>The kernel's units: thousandths of a degree and of a percent, kilopascals, percent of the air.</summary>
    public static double Factor(string channel) => channel switch
    {
        "pressure" => 10,
        "concentration_co2" => 10_000,
        _ => 0.001,
    };
}
