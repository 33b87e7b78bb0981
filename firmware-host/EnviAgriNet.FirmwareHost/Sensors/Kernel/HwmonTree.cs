namespace EnviAgriNet.FirmwareHost.Sensors.Kernel;

/// <summary>The kernel's hardware monitoring system, where SHT3x, SHT4x, SHT21 and LM75 have their drivers.</summary>
internal sealed class HwmonTree : KernelTree
{
    // The computer's own: its processor, its supply, its disk. And 1-Wire thermometers, which are shown here without their numbers:
    // they have a kind of their own.
    private static readonly HashSet<string> Own =
        ["cpu_thermal", "rpi_volt", "rp1_adc", "pwmfan", "coretemp", "k10temp", "acpitz", "nvme", "drivetemp", "ucsi_source_psy", "w1_slave_temp"];

    /// <inheritdoc/>
    public override string Kind => "hwmon";

    /// <inheritdoc/>
    public override string Folder => "class/hwmon";

    /// <summary>The kernel's units: thousandths of a degree, of a percent and of a volt.</summary>
    public override IReadOnlyList<KernelChannel> Channels { get; } =
    [
        new("temp1", "air_temperature", Thousandth),
        new("humidity1", "humidity", Thousandth),
        .. Enumerable.Range(0, 8).Select(i => new KernelChannel($"in{i}", $"voltage/a{i}", Thousandth)),
    ];

    /// <inheritdoc/>
    public override string? NameOf(string chip) => KernelFile.TryText(Path.Combine(chip, "name"));

    /// <inheritdoc/>
    public override bool Has(string chip, string channel) => File.Exists(Path.Combine(chip, $"{channel}_input"));

    /// <inheritdoc/>
    public override double Read(string chip, string channel) =>
        KernelFile.TryText(Path.Combine(chip, $"{channel}_fault")) == "1"
            ? throw new SensorException(
                SensorFault.Faulty, $"the chip {NameOf(chip)} says that its {channel} is broken or not connected: check the probe at its end")
            : KernelFile.Number(Path.Combine(chip, $"{channel}_input"));

    /// <inheritdoc/>
    protected override bool IsChip(string folder) =>
        Path.GetFileName(folder).StartsWith("hwmon", StringComparison.Ordinal) && !Own.Contains(NameOf(folder) ?? string.Empty);
}
