namespace EnviAgriNet.FirmwareHost.Serial;

/// <summary>
/// A serial port that is open and speaks in bytes, 8 data bits without parity. Calls block up to their limit; one thread at a time.
/// Every call throws a <see cref="SerialLineException"/> when the port is gone or refuses.
/// </summary>
internal interface ISerialLine : IDisposable
{
    /// <summary>Throws away what has arrived and was not read.</summary>
    void DiscardInput();

    /// <summary>Writes all bytes, or throws when they are not taken within the limit.</summary>
    void Write(ReadOnlySpan<byte> bytes, TimeSpan limit);

    /// <summary>Waits for the first byte and returns all that are there, up to the buffer's length; 0 when none came within the limit.</summary>
    int Read(Span<byte> buffer, TimeSpan limit);
}
