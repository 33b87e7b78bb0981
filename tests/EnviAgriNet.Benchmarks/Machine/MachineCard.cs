using System.Runtime.InteropServices;

namespace EnviAgriNet.Benchmarks.Machine;

/// <summary>What the figures were made on; no names of hosts or folders.</summary>
internal static class MachineCard
{
    public static string Text
    {
        get
        {
            string model = File.ReadLines("/proc/cpuinfo")
                .FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))?.Split(':', 2)[1].Trim() ?? "unknown CPU";
            double gib = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1024.0 * 1024 * 1024);
            return $"{Environment.ProcessorCount} cores of {model}, {gib:F0} GiB, {OsName}, {RuntimeInformation.FrameworkDescription}";
        }
    }

    private static string OsName => File.Exists("/etc/os-release")
        ? File.ReadLines("/etc/os-release").FirstOrDefault(l => l.StartsWith("PRETTY_NAME=", StringComparison.Ordinal))?
            ["PRETTY_NAME=".Length..].Trim('"') ?? "Linux"
        : "Linux";

    /// <summary>The share of all cores that was busy over a second, to tell a quiet machine from a loaded one.</summary>
    public static async Task<double> BusyShareAsync()
    {
        (double busy, double all) before = Ticks();
        await Task.Delay(1000);
        (double busy, double all) after = Ticks();
        return (after.busy - before.busy) / Math.Max(1, after.all - before.all);
    }

    private static (double Busy, double All) Ticks()
    {
        double[] fields = [.. File.ReadLines("/proc/stat").First()
            .Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Take(8).Select(double.Parse)];
        double all = fields.Sum();
        return (all - fields[3] - fields[4], all);
    }
}
