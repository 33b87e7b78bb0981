using System.Globalization;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.FirmwareHost.Sensors.Kernel;

/// <summary>One chip in the kernel's industrial I/O system: found by its driver's name each time, so that it may go and come back.</summary>
internal sealed class IioSensor(
    string name, string device, TimeSpan every, IReadOnlyDictionary<string, SeriesName> series, string sys) : ISensor
{
    private const string DevicesFolder = "bus/iio/devices";
    private const int Decimals = 9;

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public IReadOnlyList<SeriesName> Series { get; } = [.. series.Values];

    /// <inheritdoc/>
    public TimeSpan Every => every;

    /// <summary>The folders of all chips.</summary>
    public static IEnumerable<string> Devices(string sys) => Directory.Exists(Path.Combine(sys, DevicesFolder))
        ? Directory.EnumerateDirectories(Path.Combine(sys, DevicesFolder), "iio:device*").Order(StringComparer.Ordinal)
        : [];

    /// <summary>The driver's name of a chip; null when it went away.</summary>
    public static string? NameOf(string folder) => Text(Path.Combine(folder, "name"));

    /// <summary>Whether a chip has a channel.</summary>
    public static bool Has(string folder, string channel) =>
        File.Exists(Path.Combine(folder, $"in_{channel}_input")) || File.Exists(Path.Combine(folder, $"in_{channel}_raw"));

    /// <inheritdoc/>
    public Task<IReadOnlyList<Measurement>> MeasureAsync(CancellationToken cancel)
    {
        string folder = Devices(sys).FirstOrDefault(f => NameOf(f) == device)
            ?? throw new SensorException(
                SensorFault.Missing, $"there is no {device} in {Path.Combine(sys, DevicesFolder)}: is it wired, and is its driver loaded?");
        IReadOnlyList<Measurement> values = [.. series.Select(s => new Measurement(s.Value, Read(folder, s.Key)))];
        return Task.FromResult(values);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>The value the driver has computed, or the raw one with the driver's offset and scale.</summary>
    private double Read(string folder, string channel)
    {
        string input = Path.Combine(folder, $"in_{channel}_input");
        double value = File.Exists(input)
            ? Number(input)
            : (Number(Path.Combine(folder, $"in_{channel}_raw")) + Optional(Path.Combine(folder, $"in_{channel}_offset"), 0))
                * Optional(Path.Combine(folder, $"in_{channel}_scale"), 1);
        return Math.Round(value * IioChannels.Factor(channel), Decimals);
    }

    private static double Optional(string file, double standard) => File.Exists(file) ? Number(file) : standard;

    private static double Number(string file) =>
        double.TryParse(Text(file), NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value)
            ? value
            : throw new SensorException(SensorFault.Faulty, $"the driver gives no value in {file}: does the chip answer on its bus?");

    private static string? Text(string file)
    {
        try
        {
            return File.ReadAllText(file).Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
