using System.Globalization;

namespace EnviAgriNet.FirmwareHost.Sensors.Kernel;

/// <summary>Reads files of sysfs and says of what the kernel answers what an operator can do about it.</summary>
internal static class KernelFile
{
    // Numbers of the kernel, which .NET hands on as they are for what it has no exception of its own for.
    private const int NoSuchEntry = 2;
    private const int NoSuchDevice = 19;
    private const int NoSuchAddress = 6;
    private const int TryAgain = 11;
    private const int BusyDevice = 16;

    /// <summary>The text of a file; null when it cannot be read.</summary>
    public static string? TryText(string file)
    {
        try
        {
            return File.ReadAllText(file).Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The text of a file. Throws a <see cref="SensorException"/>.</summary>
    public static string Text(string file)
    {
        try
        {
            return File.ReadAllText(file).Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Fault(file, e);
        }
    }

    /// <summary>The number in a file. Throws a <see cref="SensorException"/>.</summary>
    public static double Number(string file)
    {
        string text = Text(file);
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value)
            ? value
            : throw new SensorException(
                SensorFault.Garbled,
                text.Length == 0
                    ? $"the driver gives an empty {file}: the chip did not finish its measurement; if that goes on, check its supply"
                    : $"the driver gives no number in {file} but '{text[..Math.Min(text.Length, 20)]}'");
    }

    private static SensorException Fault(string file, Exception e) => e switch
    {
        UnauthorizedAccessException => new SensorException(
            SensorFault.Denied, $"{file} may not be read by this user: add it to the group i2c, or run as the service does", e),
        FileNotFoundException or DirectoryNotFoundException or { HResult: NoSuchEntry or NoSuchDevice or NoSuchAddress } => new SensorException(
            SensorFault.Missing, $"{file} went away while it was read: the chip was unplugged or its driver unloaded", e),
        { HResult: TryAgain or BusyDevice } => new SensorException(
            SensorFault.Busy, $"{file} is busy: another program uses the chip, or it is asked too often", e),
        _ => new SensorException(
            SensorFault.Silent, $"the chip behind {file} does not answer on its bus ({e.Message.Split(':')[0].Trim()}): check its wires and its supply", e),
    };
}
