using System.Runtime.InteropServices;
using EnviAgriNet.FirmwareHost.Serial.Native;

namespace EnviAgriNet.FirmwareHost.Serial;

/// <summary>A serial port of one of the kernel's drivers, by libserialport.</summary>
internal sealed unsafe class SerialPortLine : ISerialLine
{
    private const int DataBits = 8;
    private const int StopBits = 1;

    private readonly string _name;
    private nint _port;

    private SerialPortLine(string name, nint port)
    {
        _name = name;
        _port = port;
    }

    /// <summary>Opens a port for this process alone; its name is for messages, and may be a link to the driver's.</summary>
    public static SerialPortLine Open(string name, string driver, int baud)
    {
        try
        {
            if (LibSerialPort.Find(driver, out nint port) != LibSerialPort.Ok)
            {
                throw new SerialLineException(SerialTrouble.Failing, $"{name} is not a serial port");
            }

            if (LibSerialPort.Open(port, LibSerialPort.ModeReadWrite) != LibSerialPort.Ok)
            {
                SerialLineException fault = LastFault(name);
                LibSerialPort.Free(port);
                throw fault;
            }

            SerialPortLine line = new(name, port);
            line.Prepare(baud);
            return line;
        }
        catch (DllNotFoundException e)
        {
            throw new SerialLineException(
                SerialTrouble.Library, "libserialport is not installed: apt-get install libserialport0", e);
        }
    }

    /// <inheritdoc/>
    public void DiscardInput() => Check(LibSerialPort.Flush(_port, LibSerialPort.BufferInput));

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<byte> bytes, TimeSpan limit)
    {
        fixed (byte* first = bytes)
        {
            int written = Check(LibSerialPort.Write(_port, first, (nuint)bytes.Length, Milliseconds(limit)));
            if (written < bytes.Length)
            {
                throw new SerialLineException(SerialTrouble.Failing, $"{_name} took {written} of {bytes.Length} bytes within {limit}");
            }
        }
    }

    /// <inheritdoc/>
    public int Read(Span<byte> buffer, TimeSpan limit)
    {
        fixed (byte* first = buffer)
        {
            int read = Check(LibSerialPort.ReadNext(_port, first, (nuint)buffer.Length, Milliseconds(limit)));

            // The library does not tell the end of file of a port that was pulled out from a time without bytes.
            return read == 0 && !File.Exists(_name) ? throw SerialLines.Fault(_name, LibC.ErrorInputOutput, string.Empty) : read;
        }
    }

    public void Dispose()
    {
        if (_port != 0)
        {
            _ = LibSerialPort.Close(_port);
            LibSerialPort.Free(_port);
            _port = 0;
        }
    }

    /// <summary>The library takes 0 for ever, and a call must end.</summary>
    private static uint Milliseconds(TimeSpan limit) => (uint)Math.Max(1, limit.TotalMilliseconds);

    private static SerialLineException LastFault(string name)
    {
        nint message = LibSerialPort.LastErrorMessage();
        string text = Marshal.PtrToStringUTF8(message) ?? string.Empty;
        LibSerialPort.FreeErrorMessage(message);
        return SerialLines.Fault(name, LibSerialPort.LastErrorCode(), text);
    }

    private void Prepare(int baud)
    {
        try
        {
            Check(LibSerialPort.Handle(_port, out int descriptor));
            PortLock.Take(_name, descriptor);
            Check(LibSerialPort.SetBaud(_port, baud));
            Check(LibSerialPort.SetBits(_port, DataBits));
            Check(LibSerialPort.SetParity(_port, LibSerialPort.ParityNone));
            Check(LibSerialPort.SetStopBits(_port, StopBits));
            Check(LibSerialPort.SetFlowControl(_port, LibSerialPort.FlowControlNone));
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    private int Check(int result) => result switch
    {
        >= LibSerialPort.Ok => result,
        LibSerialPort.ErrorArgument => throw new SerialLineException(SerialTrouble.Failing, $"{_name} refuses a setting"),
        _ => throw LastFault(_name),
    };
}
