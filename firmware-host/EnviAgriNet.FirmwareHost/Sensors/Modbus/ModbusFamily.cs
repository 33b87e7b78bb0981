using System.Text.Json.Nodes;
using EnviAgriNet.FirmwareHost.Serial;

namespace EnviAgriNet.FirmwareHost.Sensors.Modbus;

/// <summary>Probes that speak Modbus, on serial lines and behind gateways of the network.</summary>
internal sealed class ModbusFamily : ISensorFamily
{
    private readonly ModbusBuses _buses = new();

    /// <inheritdoc/>
    public IReadOnlyList<string> Kinds { get; } = ["modbus"];

    /// <inheritdoc/>
    public ISensor? Make(IConfigurationSection entry, SensorSurroundings at, ICollection<string> faults)
    {
        SensorEntry settings = new(entry, faults);
        if (ModbusSettings.Read(settings) is not { } read)
        {
            return null;
        }

        if (!_buses.TryJoin(read.Bus, at.Time, out ModbusBus bus))
        {
            settings.Fault("Baud", $"{read.Bus} is not {bus.Address}, as another probe on the same port has it");
            return null;
        }

        return new ModbusSensor(read, bus, _buses, at.Time, at.Logs.CreateLogger<ModbusSensor>());
    }

    /// <inheritdoc/>
    public IEnumerable<SensorFinding> Scan(SensorSurroundings at) =>
        from port in SerialPorts.All(at.Sys, at.Dev)
        from probe in ModbusScan.Probes(port, at.Wire)
        select new SensorFinding(
            probe.Map is null
                ? $"a Modbus probe with address {probe.Unit} at {probe.Baud} on {port}; no register map that comes with the program fits it"
                : $"{probe.Map} with address {probe.Unit} at {probe.Baud} on {port}",
            probe.Map is null
                ? null
                : new JsonObject
                {
                    ["Name"] = probe.Map,
                    ["Kind"] = "modbus",
                    ["Port"] = port,
                    ["Baud"] = probe.Baud,
                    ["Unit"] = probe.Unit,
                    ["Map"] = probe.Map,
                    ["Every"] = "00:01:00",
                });
}
