using System.Globalization;

namespace EnviAgriNet.FirmwareHost.Sampling;

/// <summary>The machine's boot and the time since it, which no step of the wall clock changes. Linux only; elsewhere unknown.</summary>
internal sealed class BootClock(string procFolder)
{
    /// <summary>The id of this boot, lower case; empty when unknown.</summary>
    public string BootId { get; } = ReadOrEmpty(Path.Combine(procFolder, "sys/kernel/random/boot_id")).ToLowerInvariant();

    /// <summary>Time since boot, in steps of 10 ms, time asleep included; null when unknown.</summary>
    public TimeSpan? SinceBoot()
    {
        string first = ReadOrEmpty(Path.Combine(procFolder, "uptime")).Split(' ')[0];
        return double.TryParse(first, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds)
            ? TimeSpan.FromSeconds(seconds)
            : null;
    }

    private static string ReadOrEmpty(string path)
    {
        try
        {
            return File.ReadAllText(path).Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return string.Empty;
        }
    }
}
