using System.Runtime.InteropServices;
using EnviAgriNet.FirmwareHost.Sensors;
using EnviAgriNet.FirmwareHost.Serial.Native;

namespace EnviAgriNet.FirmwareHost.Gpio;

/// <summary>A GPIO line that the kernel watches: debounced, stamped in the interrupt, and kept until it is read.</summary>
internal sealed unsafe class GpioLine : IPulseLine
{
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
        GpioCalls.LineRequest request = new()
        {
            BufferedEdges = BufferedEdges,
            Flags = GpioCalls.Input | (edge == GpioEdge.Rising ? GpioCalls.RisingEdge : GpioCalls.FallingEdge) | bias switch
            {
                GpioBias.PullUp => GpioCalls.PullUp,
                GpioBias.PullDown => GpioCalls.PullDown,
                _ => GpioCalls.NoBias,
            },
        };
        if (debounce > TimeSpan.Zero)
        {
            (request.Attributes, request.Attribute, request.Microseconds, request.Lines) =
                (1, GpioCalls.DebounceAttribute, (uint)debounce.TotalMicroseconds, 1);
        }

        return new GpioLine(GpioChip.Take(chip, line, request), GpioChip.NameOf(chip, line));
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
            throw GpioChip.Fault(_name, ready < 0 ? Marshal.GetLastPInvokeError() : LibC.ErrorNoDevice);
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
            return bytes < 0 && error is LibC.ErrorInterrupted or LibC.ErrorAgain ? 0 : throw GpioChip.Fault(_name, bytes < 0 ? error : LibC.ErrorNoDevice);
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
