using EnviAgriNet.FirmwareHost.Serial;

namespace EnviAgriNet.FirmwareHost.Sensors;

/// <summary>Says of a serial line's trouble what is wrong with the sensor on it.</summary>
internal static class SensorFaults
{
    public static SensorException Of(SerialLineException e) => new(Of(e.Trouble), e.Message, e);

    public static SensorFault Of(SerialTrouble trouble) => trouble switch
    {
        SerialTrouble.Missing => SensorFault.Missing,
        SerialTrouble.Denied => SensorFault.Denied,
        SerialTrouble.Busy => SensorFault.Busy,
        SerialTrouble.Silent => SensorFault.Silent,
        SerialTrouble.Garbled => SensorFault.Garbled,
        SerialTrouble.Faulty => SensorFault.Faulty,
        _ => SensorFault.Failing,
    };
}
