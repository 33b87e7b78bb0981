namespace EnviAgriNet.FirmwareHost.Sensors.Kernel;

/// <summary>
/// The kernel's industrial I/O system: a channel is computed by the driver (<c>_input</c>), or raw with an offset and a scale, which
/// channels of one type may share.
/// </summary>
internal sealed class IioTree : KernelTree
{
    /// <inheritdoc/>
    public override string Kind => "iio";

    /// <inheritdoc/>
    public override string Folder => "bus/iio/devices";

    /// <summary>The kernel's units: thousandths of a degree and of a percent, kilopascals, percent of the air, millivolts, ug/m3, lux.</summary>
    public override IReadOnlyList<KernelChannel> Channels { get; } =
    [
        new("temp", "air_temperature", Thousandth),
        new("humidityrelative", "humidity", Thousandth),
        new("pressure", "pressure", 10),
        new("concentration_co2", "co2", 10_000),
        new("massconcentration_pm1", "pm1", 1),
        new("massconcentration_pm2p5", "pm25", 1),
        new("massconcentration_pm10", "pm10", 1),

        // Sunlight has about 120 lux to the watt per square metre; a lamp has not.
        new("illuminance", "solar_irradiance", 1 / 120.0),
        .. Enumerable.Range(0, 8).Select(i => new KernelChannel($"voltage{i}", $"voltage/a{i}", Thousandth)),
    ];

    /// <inheritdoc/>
    public override string? NameOf(string chip) => KernelFile.TryText(Path.Combine(chip, "name"));

    /// <inheritdoc/>
    public override bool Has(string chip, string channel) => File.Exists(Input(chip, channel)) || File.Exists(Raw(chip, channel));

    /// <inheritdoc/>
    public override double Read(string chip, string channel)
    {
        if (File.Exists(Input(chip, channel)))
        {
            return KernelFile.Number(Input(chip, channel));
        }

        double raw = KernelFile.Number(Raw(chip, channel));
        return (raw + Shared(chip, channel, "offset", 0)) * Shared(chip, channel, "scale", 1);
    }

    /// <inheritdoc/>
    protected override bool IsChip(string folder) => Path.GetFileName(folder).StartsWith("iio:device", StringComparison.Ordinal);

    private static string Input(string chip, string channel) => Path.Combine(chip, $"in_{channel}_input");

    private static string Raw(string chip, string channel) => Path.Combine(chip, $"in_{channel}_raw");

    /// <summary>Of the channel itself, or of all channels of its type, as in <c>in_voltage_scale</c>.</summary>
    private static double Shared(string chip, string channel, string what, double standard)
    {
        string type = channel.Split('_')[0].TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        string? file = new[] { channel, type }
            .Select(c => Path.Combine(chip, $"in_{c}_{what}"))
            .FirstOrDefault(File.Exists);
        return file is null ? standard : KernelFile.Number(file);
    }
}
