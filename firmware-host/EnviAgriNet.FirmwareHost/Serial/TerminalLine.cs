using System.Runtime.InteropServices;
using EnviAgriNet.FirmwareHost.Serial.Native;

namespace EnviAgriNet.FirmwareHost.Serial;

/// <summary>A terminal without a driver behind it, by the C library. It has no speed of its own: its other end has.</summary>
internal sealed unsafe class TerminalLine : ISerialLine
{
    private readonly string _name;
    private int _descriptor;

    private TerminalLine(string name, int descriptor)
    {
        _name = name;
        _descriptor = descriptor;
    }

    /// <summary>Opens a terminal for this process alone and makes it pass every byte as it is.</summary>
    public static TerminalLine Open(string name, string path)
    {
        int descriptor = LibC.Open(
            path, LibC.OpenReadWrite | LibC.OpenNoControl | LibC.OpenNonBlocking | LibC.OpenCloseOnExec);
        if (descriptor < 0)
        {
            throw Fault(name, "it cannot be opened");
        }

        TerminalLine line = new(name, descriptor);
        try
        {
            PortLock.Take(name, descriptor);
            line.MakeRaw();
            return line;
        }
        catch
        {
            line.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void DiscardInput() => Check(LibC.Flush(_descriptor, LibC.QueueInput), "its input cannot be thrown away");

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<byte> bytes, TimeSpan limit)
    {
        while (!bytes.IsEmpty)
        {
            if (!Wait(LibC.PollOut, limit))
            {
                throw new SerialLineException(SerialTrouble.Failing, $"{_name} did not take {bytes.Length} bytes within {limit}");
            }

            fixed (byte* first = bytes)
            {
                nint written = LibC.Write(_descriptor, first, (nuint)bytes.Length);
                if (written < 0 && !IsTransient())
                {
                    throw Fault(_name, "it cannot be written");
                }

                bytes = bytes[(int)Math.Max(0, written)..];
            }
        }
    }

    /// <inheritdoc/>
    public int Read(Span<byte> buffer, TimeSpan limit)
    {
        if (!Wait(LibC.PollIn, limit))
        {
            return 0;
        }

        fixed (byte* first = buffer)
        {
            nint read = LibC.Read(_descriptor, first, (nuint)buffer.Length);
            return read switch
            {
                > 0 => (int)read,
                < 0 when IsTransient() => 0,
                < 0 => throw Fault(_name, "it cannot be read"),
                _ => throw SerialLines.Fault(_name, LibC.ErrorInputOutput, string.Empty),
            };
        }
    }

    public void Dispose()
    {
        if (_descriptor >= 0)
        {
            _ = LibC.Close(_descriptor);
            _descriptor = -1;
        }
    }

    private static SerialLineException Fault(string name, string text) =>
        SerialLines.Fault(name, Marshal.GetLastPInvokeError(), text);

    private static bool IsTransient() => Marshal.GetLastPInvokeError() is LibC.ErrorAgain or LibC.ErrorInterrupted;

    private void MakeRaw()
    {
        byte* termios = stackalloc byte[LibC.TermiosBytes];
        Check(LibC.GetTerminal(_descriptor, termios), "it is not a terminal");
        LibC.MakeRaw(termios);
        Check(LibC.SetTerminal(_descriptor, LibC.SetNow, termios), "it refuses its settings");
    }

    private bool Wait(short wanted, TimeSpan limit)
    {
        LibC.PollEntry entry = new() { Descriptor = _descriptor, Wanted = wanted };
        int ready = LibC.Poll(&entry, 1, (int)Math.Max(1, limit.TotalMilliseconds));
        if (ready < 0 && !IsTransient())
        {
            throw Fault(_name, "it cannot be waited on");
        }

        if (ready <= 0)
        {
            return false;
        }

        // What arrived before the other end went away is still read.
        return (entry.Seen & wanted) != 0 ? true : throw SerialLines.Fault(_name, LibC.ErrorInputOutput, string.Empty);
    }

    private void Check(int result, string text)
    {
        if (result < 0)
        {
            throw Fault(_name, text);
        }
    }
}
