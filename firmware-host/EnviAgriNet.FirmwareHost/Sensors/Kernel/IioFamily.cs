using System.Text.Json.Nodes;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.FirmwareHost.Sensors.Kernel;

/// <summary>Chips whose driver is in the kernel's industrial I/O system, read through sysfs.</summary>
internal sealed class IioFamily : ISensorFamily
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Kinds { get; } = ["iio"];

    /// <inheritdoc/>
    public ISensor? Make(IConfigurationSection entry, SensorSurroundings at, ICollection<string> faults)
    {
        SensorEntry settings = new(entry, faults);
        string device = settings.Text("Device");
        TimeSpan every = settings.Value("Every", TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(1), TimeSpan.FromHours(1));
        IReadOnlyDictionary<string, SeriesName> series = settings.Channels(IioChannels.Series);
        settings.RefuseOthers();
        return settings.IsFaulty ? null : new IioSensor(settings.Name, device, every, series, at.Sys);
    }

    /// <inheritdoc/>
    public IEnumerable<SensorFinding> Scan(SensorSurroundings at) =>
        from folder in IioSensor.Devices(at.Sys)
        let name = IioSensor.NameOf(folder)
        where name is not null
        let channels = IioChannels.Series.Where(c => IioSensor.Has(folder, c.Key)).ToArray()
        where channels.Length > 0
        select new SensorFinding(
            $"{name} in {folder}",
            new JsonObject
            {
                ["Name"] = name,
                ["Kind"] = "iio",
                ["Device"] = name,
                ["Series"] = new JsonObject(channels.Select(c => KeyValuePair.Create(c.Key, (JsonNode?)c.Value))),
            });
}
