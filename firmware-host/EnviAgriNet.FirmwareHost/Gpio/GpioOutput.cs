using System.Runtime.InteropServices;
using EnviAgriNet.FirmwareHost.Sensors;
using EnviAgriNet.FirmwareHost.Serial.Native;

namespace EnviAgriNet.FirmwareHost.Gpio;

/// <summary>A GPIO line that is driven; off when it is taken.</summary>
internal sealed unsafe class GpioOutput : IDisposable
{
    private readonly int _descriptor;
    private readonly string _name;

    private GpioOutput(int descriptor, string name)
    {
        _descriptor = descriptor;
        _name = name;
    }

    /// <summary>Asks the kernel for a line, which is off from then on.</summary>
    /// <exception cref="SensorException">It cannot be had; the sentence says what to do.</exception>
    public static GpioOutput Open(string chip, uint line, bool activeLow) => new(
        GpioChip.Take(chip, line, new() { Flags = GpioCalls.Output | (activeLow ? GpioCalls.ActiveLow : 0) }), GpioChip.NameOf(chip, line));

    /// <summary>Switches it.</summary>
    /// <exception cref="SensorException">The line is gone.</exception>
    public void Set(bool on)
    {
        GpioCalls.LineValues values = new() { Bits = on ? 1UL : 0, Mask = 1 };
        if (GpioCalls.Control(_descriptor, GpioCalls.SetLine, &values) < 0)
        {
            throw GpioChip.Fault(_name, Marshal.GetLastPInvokeError());
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _ = LibC.Close(_descriptor);
}
