namespace EnviAgriNet.FirmwareHost.Serial;

/// <summary>A serial port does not do what it should; the message is a sentence an operator can act on.</summary>
internal sealed class SerialLineException(SerialTrouble trouble, string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>What kind of trouble it is.</summary>
    public SerialTrouble Trouble { get; } = trouble;
}

/// <summary>Why a serial port cannot be used.</summary>
internal enum SerialTrouble
{
    /// <summary>There is no port of that name, or it was pulled out.</summary>
    Missing,

    /// <summary>The user of this process may not open it.</summary>
    Denied,

    /// <summary>Another sensor or program has it.</summary>
    Busy,

    /// <summary>It is there and open, and an operation failed.</summary>
    Failing,

    /// <summary>Nothing is heard on it.</summary>
    Silent,

    /// <summary>Bytes arrive, and they are not what was expected.</summary>
    Garbled,

    /// <summary>What is connected says of itself that it is broken.</summary>
    Faulty,

    /// <summary>The library that talks to serial ports is not installed.</summary>
    Library,
}
