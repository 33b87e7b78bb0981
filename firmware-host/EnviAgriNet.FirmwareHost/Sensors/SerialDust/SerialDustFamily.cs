using System.Text.Json.Nodes;
using EnviAgriNet.FirmwareHost.Serial;

namespace EnviAgriNet.FirmwareHost.Sensors.SerialDust;

/// <summary>Dust sensors on a serial port.</summary>
internal sealed class SerialDustFamily : ISensorFamily
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Kinds { get; } = ["pms5003", "pmsa003", "sds011", "sps30"];

    /// <inheritdoc/>
    public ISensor? Make(IConfigurationSection entry, SensorSurroundings at, ICollection<string> faults)
    {
        SensorEntry settings = new(entry, faults);
        IDustModel model = Model(settings.Kind);
        return DustSettings.Read(settings, model) is { } read
            ? new DustSensor(read, model, () => SerialLines.Open(read.Port, model.Baud), at, at.Logs.CreateLogger<DustSensor>())
            : null;
    }

    /// <inheritdoc/>
    public IEnumerable<SensorFinding> Scan(SensorSurroundings at) =>
        from port in SerialPorts.All(at.Sys, at.Dev)
        let kind = DustScan.Recognise(port, at.Wire)
        where kind is not null
        select new SensorFinding(
            $"{kind} on {port}",
            new JsonObject
            {
                ["Name"] = "dust",
                ["Kind"] = kind,
                ["Port"] = port,
                ["Every"] = "00:05:00",
            });

    private static IDustModel Model(string kind) => kind switch
    {
        "sds011" => new Sds011(),
        "sps30" => new Sps30(),
        _ => new Plantower(kind),
    };
}
