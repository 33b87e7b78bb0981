using EnviAgriNet.FirmwareHost.Sensors.Kernel;
using EnviAgriNet.FirmwareHost.Sensors.Modbus;
using EnviAgriNet.FirmwareHost.Sensors.Pulses;
using EnviAgriNet.FirmwareHost.Sensors.SerialDust;

namespace EnviAgriNet.FirmwareHost.Sensors;

/// <summary>The families there are.</summary>
internal static class SensorFamilies
{
    public static IReadOnlyList<ISensorFamily> All { get; } = [new KernelFamily(), new SerialDustFamily(), new ModbusFamily(), new PulseFamily()];
}
