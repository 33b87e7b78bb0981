using System.Runtime.InteropServices;
using System.Text;
using EnviAgriNet.FirmwareHost.Sensors;
using EnviAgriNet.FirmwareHost.Serial.Native;

namespace EnviAgriNet.FirmwareHost.Gpio;

/// <summary>A chip whose lines are asked of the kernel.</summary>
internal static unsafe class GpioChip
{
    private const string Consumer = "eag-firmware";

    /// <summary>What a line is called in what people read.</summary>
    public static string NameOf(string chip, uint line) => $"line {line} of {chip}";

    /// <summary>Asks for one line and returns its descriptor, which is the caller's to close.</summary>
    /// <exception cref="SensorException">It cannot be had; the sentence says what to do.</exception>
    public static int Take(string chip, uint line, GpioCalls.LineRequest request)
    {
        int opened = GpioCalls.Open(chip, LibC.OpenReadWrite | LibC.OpenCloseOnExec, 0);
        if (opened < 0)
        {
            throw Fault(NameOf(chip, line), Marshal.GetLastPInvokeError());
        }

        try
        {
            request.Line = line;
            request.LineCount = 1;
            Encoding.ASCII.GetBytes(Consumer, request.Consumer);
            return GpioCalls.Control(opened, GpioCalls.AskLine, &request) >= 0
                ? request.Descriptor
                : throw Fault(NameOf(chip, line), Marshal.GetLastPInvokeError());
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

    /// <summary>What an error of the kernel means for a line.</summary>
    public static SensorException Fault(string name, int error) => error switch
    {
        LibC.ErrorNoEntry or LibC.ErrorNoDevice or LibC.ErrorNoAddress => new SensorException(
            SensorFault.Missing, $"there is no {name}: is the chip's driver loaded, and is the number right? 'gpioinfo' lists them"),
        LibC.ErrorPermission or LibC.ErrorAccess => new SensorException(SensorFault.Denied, $"{name} may not be used: add this program's user to the group gpio"),
        LibC.ErrorBusy => new SensorException(SensorFault.Busy, $"{name} is used by another program or driver: 'gpioinfo' says by which"),
        _ => new SensorException(SensorFault.Failing, $"{name} cannot be watched: {Marshal.GetPInvokeErrorMessage(error)}; is the number within the chip's lines?"),
    };
}
