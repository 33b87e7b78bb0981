using System.Runtime.InteropServices;

namespace EnviAgriNet.Edge.Clock;

/// <summary>Asks Linux whether its clock is synchronised, and which boot this is.</summary>
internal static partial class KernelClock
{
    private const string SynchronizedFile = "/run/systemd/timesync/synchronized";
    private const string BootIdFile = "/proc/sys/kernel/random/boot_id";

    /// <summary>The state <c>TIME_ERROR</c>: nobody has set the clock.</summary>
    private const int TimeError = 5;

    /// <summary>Bytes of <c>struct timex</c> on every 64-bit and 32-bit Linux, with room to spare.</summary>
    private const int TimexBytes = 512;

    /// <summary>Whether the kernel or systemd-timesyncd says that the wall clock is right.</summary>
    public static unsafe bool IsSynced()
    {
        if (File.Exists(SynchronizedFile))
        {
            return true;
        }

        byte* timex = stackalloc byte[TimexBytes];
        new Span<byte>(timex, TimexBytes).Clear();
        int state = AdjustTime(timex);
        return state is >= 0 and not TimeError;
    }

    /// <summary>The id of this boot in the letters a pack allows; empty where Linux gives none.</summary>
    public static string BootId() => File.Exists(BootIdFile) ? File.ReadAllText(BootIdFile).Trim() : string.Empty;

    /// <summary>With no mode bit set it only reads.</summary>
    [LibraryImport("libc", EntryPoint = "adjtimex")]
    private static unsafe partial int AdjustTime(byte* timex);
}
