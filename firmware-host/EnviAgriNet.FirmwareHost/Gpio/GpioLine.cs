using System.Runtime.InteropServices;
using System.Text;
using EnviAgriNet.FirmwareHost.Sensors;
using EnviAgriNet.FirmwareHost.Serial.Native;

namespace EnviAgriNet.FirmwareHost.Gpio;

/// <summary>A GPIO line that the kernel watches: debounced, stamped in the interrupt, and kept until it is read.</summary>
internal sealed unsafe class GpioLine : IPulseLine
{
    private const string Consumer = "eag-firmware";

    // The kernel keeps so many edges while nobody reads: five seconds of a gust's anemometer, and minutes of any rain.
    private const uint BufferedEdges = 1024;

    private readonly int _descriptor;
    private readonly string _name;

    private GpioLine(int descriptor, string name)
    {
        _descriptor = descriptor;
        _name = name;
    }

    /// <summary>Asks the kernel for a line.</summary>
    /// <exception cref="SensorException">It cannot be had; the sentence says what to do.</exception>
    public static GpioLine Open(string chip, uint line, GpioEdge edge, GpioBias bias, TimeSpan debounce)
    {
        string name = $"line {line} of {chip}";
        int opened = OpenChip(chip, name);
        try
        {
            GpioCalls.LineRequest request = new()
            {
                Line = line,
                LineCount = 1,
                BufferedEdges = BufferedEdges,
                Flags = GpioCalls.Input | (edge == GpioEdge.Rising ? GpioCalls.RisingEdge : GpioCalls.FallingEdge) | bias switch
                {
                    GpioBias.PullUp => GpioCalls.PullUp,
                    GpioBias.PullDown => GpioCalls.PullDown,
                    _ => GpioCalls.NoBias,
                },
            };
            Encoding.ASCII.GetBytes(Consumer, request.Consumer);
            if (debounce > TimeSpan.Zero)
            {
                (request.Attributes, request.Attribute, request.Microseconds, request.Lines) =
                    (1, GpioCalls.DebounceAttribute, (uint)debounce.TotalMicroseconds, 1);
            }

            return GpioCalls.Control(opened, GpioCalls.AskLine, &request) >= 0
                ? new GpioLine(request.Descriptor, name)
                : throw Fault(name, Marshal.GetLastPInvokeError());
        }
        finally
        {
            _ = LibC.Close(opened);
        }
    }

    /// <summary>What a chip says of itself; null when it cannot be asked.</summary>
    public static (string Label, uint Lines)? Ask(string chip)
    {
        int opened = GpioCalls.Open(chip, LibC.OpenReadWrite | LibC.OpenCloseOnExec, 0);
        if (opened < 0)
        {
            return null;
        }

        GpioCalls.ChipInfo info = default;
        int answer = GpioCalls.Control(opened, GpioCalls.AskChip, &info);
        _ = LibC.Close(opened);
        ReadOnlySpan<byte> label = info.Label;
        return answer < 0 ? null : (Encoding.ASCII.GetString(label[..Math.Max(0, label.IndexOf((byte)0))]), info.Lines);
    }

    /// <inheritdoc/>
    public int Read(Span<PulseEdge> edges, TimeSpan limit)
    {
        LibC.PollEntry entry = new() { Descriptor = _descriptor, Wanted = LibC.PollIn };
        int ready = LibC.Poll(&entry, 1, (int)limit.TotalMilliseconds);
        if (ready == 0 || (ready < 0 && Marshal.GetLastPInvokeError() == LibC.ErrorInterrupted))
        {
            return 0;
        }

        if (ready < 0 || (entry.Seen & LibC.PollIn) == 0)
        {
            throw Fault(_name, ready < 0 ? Marshal.GetLastPInvokeError() : LibC.ErrorNoDevice);
        }

        Span<GpioCalls.LineEvent> events = stackalloc GpioCalls.LineEvent[Math.Min(edges.Length, 64)];
        nint bytes;
        fixed (GpioCalls.LineEvent* first = events)
        {
            bytes = LibC.Read(_descriptor, (byte*)first, (nuint)(events.Length * sizeof(GpioCalls.LineEvent)));
        }

        if (bytes <= 0)
        {
            int error = Marshal.GetLastPInvokeError();
            return bytes < 0 && error is LibC.ErrorInterrupted or LibC.ErrorAgain ? 0 : throw Fault(_name, bytes < 0 ? error : LibC.ErrorNoDevice);
        }

        int count = (int)bytes / sizeof(GpioCalls.LineEvent);
        for (int i = 0; i < count; i++)
        {
            edges[i] = new PulseEdge(events[i].At, events[i].Number);
        }

        return count;
    }

    /// <inheritdoc/>
    public void Dispose() => _ = LibC.Close(_descriptor);

    private static int OpenChip(string chip, string name)
    {
        int opened = GpioCalls.Open(chip, LibC.OpenReadWrite | LibC.OpenCloseOnExec, 0);
        return opened >= 0 ? opened : throw Fault(name, Marshal.GetLastPInvokeError());
    }

    private static SensorException Fault(string name, int error) => error switch
    {
        LibC.ErrorNoEntry or LibC.ErrorNoDevice or LibC.ErrorNoAddress => new SensorException(
            SensorFault.Missing, $"there is no {name}: is the chip's driver loaded, and is the number right? 'gpioinfo' lists them"),
        LibC.ErrorPermission or LibC.ErrorAccess => new SensorException(SensorFault.Denied, $"{name} may not be used: add this program's user to the group gpio"),
        LibC.ErrorBusy => new SensorException(SensorFault.Busy, $"{name} is used by another program or driver: 'gpioinfo' says by which"),
        _ => new SensorException(SensorFault.Failing, $"{name} cannot be watched: {Marshal.GetPInvokeErrorMessage(error)}; is the number within the chip's lines?"),
    };
}

/// <summary>Which edge is a pulse: a switch to ground with a pull-up falls when it closes.</summary>
internal enum GpioEdge
{
    Falling,
    Rising,
}

/// <summary>What holds the line while the switch is open.</summary>
internal enum GpioBias
{
    PullUp,
    PullDown,
    None,
}
