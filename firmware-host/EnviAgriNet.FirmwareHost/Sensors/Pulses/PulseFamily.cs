using EnviAgriNet.FirmwareHost.Gpio;

namespace EnviAgriNet.FirmwareHost.Sensors.Pulses;

/// <summary>Switches that close once for so much: tipping-bucket rain gauges, cup anemometers with a reed contact, flow meters.</summary>
internal sealed class PulseFamily : ISensorFamily
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Kinds { get; } = ["pulse"];

    /// <inheritdoc/>
    public ISensor? Make(IConfigurationSection entry, SensorSurroundings at, ICollection<string> faults) =>
        PulseSettings.Read(entry, faults) is not var (settings, open) ? null : new PulseSensor(
            settings,
            open,
            new PulseMemory(Path.Combine(at.StateFolder, FileOf(settings.Name))),
            at.Wire,
            at.Logs.CreateLogger<PulseSensor>());

    // Names that differ share no file: what a file's name may not hold, and the sign of that itself, is written as its number.
    internal static string FileOf(string name) =>
        $"pulses-{string.Concat(name.Select(c => char.IsLetterOrDigit(c) || c == '-' ? c.ToString() : $"_{(int)c:x4}"))}.json";

    /// <summary>Which switch hangs on which line nobody can see; the chips are named with the lines they have.</summary>
    public IEnumerable<SensorFinding> Scan(SensorSurroundings at) =>
        from chip in Directory.Exists(at.Dev) ? Directory.GetFiles(at.Dev, "gpiochip*").Order(StringComparer.Ordinal) : Enumerable.Empty<string>()
        let info = GpioChip.Ask(chip)
        where info is not null
        select new SensorFinding($"{info.Value.Label} in {chip}: {info.Value.Lines} lines for rain gauges, anemometers and flow meters; settings by hand, Kind \"pulse\"", null);
}
