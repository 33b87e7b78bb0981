using System.Globalization;

namespace EnviAgriNet.FirmwareHost.Sensors.Kernel;

/// <summary>Thermometers on a 1-Wire line; the settings know each by the number that is burnt into it.</summary>
internal sealed class OneWireTree : KernelTree
{
    // What the chip's memory holds before the first conversion: it lost its supply while it measured.
    private const double PowerOn = 85_000;

    private static readonly string[] Thermometers = ["10-", "22-", "28-", "3b-", "42-"];

    /// <inheritdoc/>
    public override string Kind => "w1";

    /// <inheritdoc/>
    public override string Folder => "bus/w1/devices";

    /// <inheritdoc/>
    public override IReadOnlyList<KernelChannel> Channels { get; } = [new("temp", "water_temperature", Thousandth)];

    /// <inheritdoc/>
    public override string? NameOf(string chip) => Path.GetFileName(chip);

    /// <inheritdoc/>
    public override bool Has(string chip, string channel) =>
        File.Exists(Path.Combine(chip, "temperature")) || File.Exists(Path.Combine(chip, "w1_slave"));

    /// <inheritdoc/>
    public override double Read(string chip, string channel)
    {
        string file = Path.Combine(chip, "temperature");
        double value = File.Exists(file) ? KernelFile.Number(file) : FromOldFile(Path.Combine(chip, "w1_slave"));
        return value == PowerOn
            ? throw new SensorException(
                SensorFault.Faulty, $"the thermometer {NameOf(chip)} says 85.0, which it does when it loses its supply while measuring: check its red wire")
            : value;
    }

    /// <inheritdoc/>
    protected override bool IsChip(string folder) =>
        Thermometers.Any(t => Path.GetFileName(folder).StartsWith(t, StringComparison.Ordinal));

    /// <summary>Two lines: the first ends with YES when the checksum is right, the second with <c>t=23125</c>.</summary>
    private static double FromOldFile(string file)
    {
        string text = KernelFile.Text(file);
        int at = text.LastIndexOf("t=", StringComparison.Ordinal);
        return at > 0 && text.Split('\n')[0].TrimEnd().EndsWith("YES", StringComparison.Ordinal)
            && double.TryParse(text[(at + 2)..], NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            ? value
            : throw new SensorException(
                SensorFault.Garbled, $"the checksum in {file} is wrong: is the cable too long, or the resistor of 4.7 kilohms missing?");
    }
}
