using EnviAgriNet.Core.Readings;
using EnviAgriNet.FirmwareHost.Serial;

namespace EnviAgriNet.FirmwareHost.Sensors.Kernel;

/// <summary>
/// One chip with a driver in the kernel: found by its name each time, because the kernel numbers chips anew when they come back.
/// </summary>
internal sealed class KernelSensor(
    string name, string device, TimeSpan every, IReadOnlyList<(KernelChannel Channel, SeriesName Series)> series, KernelTree tree, string sys)
    : ISensor
{
    // Drivers compute in doubles; more decimals than that are their noise.
    private const int Decimals = 9;

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public IReadOnlyList<SeriesName> Series { get; } = [.. series.Select(s => s.Series)];

    /// <inheritdoc/>
    public TimeSpan Every => every;

    /// <summary>Reading a chip may take most of a second, in which the driver waits for the conversion.</summary>
    public Task<IReadOnlyList<Measurement>> MeasureAsync(CancellationToken cancel) => Blocking.RunAsync(Measure, cancel);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private IReadOnlyList<Measurement> Measure()
    {
        string chip = Find();
        List<Measurement> values = [];
        SensorException? fault = null;
        foreach ((KernelChannel channel, SeriesName to) in series)
        {
            try
            {
                values.Add(new Measurement(to, Math.Round(Read(chip, channel.Name) * channel.Factor, Decimals)));
            }
            catch (SensorException e)
            {
                fault ??= e;
            }
        }

        // What one channel refuses is no reason to throw away what the others gave.
        return fault is null ? values : throw new SensorException(fault.Fault, fault.Message, fault) { Measured = values };
    }

    private string Find()
    {
        string[] parts = device.Split('@', 2);
        IReadOnlyList<string> named = [.. tree.Chips(sys).Where(c => tree.NameOf(c) == parts[0])];
        IReadOnlyList<string> found = parts.Length > 1 ? [.. named.Where(c => KernelTree.AddressOf(c) == parts[1])] : named;
        return found.Count switch
        {
            1 => found[0],
            0 => throw new SensorException(
                SensorFault.Missing, $"there is no {device} in {Path.Combine(sys, tree.Folder)}: is it wired, is the bus switched on, and is its driver loaded?"),
            _ => throw new SensorException(
                SensorFault.Faulty,
                $"there are {found.Count} of {device}: write Device as one of {string.Join(", ", found.Select(c => $"{parts[0]}@{KernelTree.AddressOf(c)}"))}"),
        };
    }

    private double Read(string chip, string channel) => tree.Has(chip, channel)
        ? tree.Read(chip, channel)
        : throw new SensorException(SensorFault.Faulty, $"{device} has no channel {channel}: take it out of Series, or is this another chip?");
}
