namespace EnviAgriNet.FirmwareHost.Sensors;

/// <summary>A sensor cannot be read; the message is a sentence an operator can act on.</summary>
internal sealed class SensorException(SensorFault fault, string message, Exception? cause = null) : Exception(message, cause)
{
    public SensorFault Fault { get; } = fault;
}

/// <summary>What is wrong with a sensor.</summary>
internal enum SensorFault
{
    Missing,
    Denied,
    Busy,
    Silent,
    Garbled,
    Faulty,
    Failing,
}
