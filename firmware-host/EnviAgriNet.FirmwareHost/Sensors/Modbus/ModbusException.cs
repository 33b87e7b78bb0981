using EnviAgriNet.FirmwareHost.Serial;

namespace EnviAgriNet.FirmwareHost.Sensors.Modbus;

/// <summary>A question on a Modbus bus was not answered as it should; the message is a sentence an operator can act on.</summary>
/// <param name="trouble">The kind of trouble.</param>
/// <param name="error">The library's error number.</param>
/// <param name="message">The sentence.</param>
/// <param name="cause">What was behind it.</param>
internal sealed class ModbusException(SerialTrouble trouble, int error, string message, Exception? cause = null)
    : Exception(message, cause)
{
    /// <summary>The kind of trouble.</summary>
    public SerialTrouble Trouble { get; } = trouble;

    /// <summary>The library's error number; 0 when it is not one of the library's.</summary>
    public int Error { get; } = error;

    /// <summary>Whether the bus itself is there, so that only this probe is at fault.</summary>
    public bool IsOfProbe => Trouble is SerialTrouble.Silent or SerialTrouble.Garbled or SerialTrouble.Faulty;
}
