using System.Diagnostics;
using EnviAgriNet.Testing;

namespace EnviAgriNet.Edge.Tests.Power;

/// <summary>A run of the built edge and its sources in a guest whose disk is logged (tests/kernel/power), to its end without a sync.</summary>
internal sealed class PowerGuest(byte[] empty, WriteLog log, long from)
{
    /// <summary>How many sources post at once.</summary>
    public const int Sources = 3;

    private static readonly TimeSpan RunMax = TimeSpan.FromMinutes(5);

    /// <summary>The disk before the run.</summary>
    public byte[] Empty => empty;

    /// <summary>What was written in the run.</summary>
    public WriteLog Log => log;

    /// <summary>The second of the first reading of a source: batches are ten seconds apart, readings one.</summary>
    public long FromOf(int source) => from + (source * 10_000);

    /// <summary>Runs it.</summary>
    /// <param name="folder">For its files.</param>
    /// <param name="batches">How many batches of five readings each source posts.</param>
    /// <param name="syncs">Whether the edge's syncs reach the disk.</param>
    public static PowerGuest Run(string folder, int batches, bool syncs)
    {
        string kernel = Path.Combine(Repository.Root, "tests", "kernel");
        string root = Directory.CreateDirectory(Path.Combine(folder, "root")).FullName;
        foreach (string name in (string[])["test.sh", "modules"])
        {
            File.Copy(Path.Combine(kernel, "power", name), Path.Combine(root, name));
        }

        using (Process gcc = Process.Start("gcc", ["-shared", "-fPIC", "-O2", "-o", Path.Combine(root, "nosync.so"), Path.Combine(kernel, "power", "nosync.c")]))
        {
            gcc.WaitForExit();
            Assert.Equal(0, gcc.ExitCode);
        }

        string disk = Path.Combine(folder, "disk.img");
        string log = Path.Combine(folder, "log.bin");
        PowerDisk.Make(disk);
        byte[] empty = File.ReadAllBytes(disk);
        File.WriteAllBytes(log, []);
        // Not long ago, or the edge would count them as too old to keep.
        long from = DateTimeOffset.UtcNow.AddDays(-1).ToUnixTimeSeconds();
        string configuration = new DirectoryInfo(AppContext.BaseDirectory).Name;
        ProcessStartInfo start = new(Path.Combine(kernel, "boot"), [root, .. Logged(disk, log)])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            Environment =
            {
                ["SHARE"] = $"app={Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "EnviAgriNet.Edge", configuration))}",
                ["APPEND"] = $"batches={batches} from={from} mode={(syncs ? "sync" : "nosync")}",
                ["MEMORY"] = "384",
                ["LIMIT"] = RunMax.TotalSeconds.ToString("F0"),
            },
        };
        using Process guest = Process.Start(start)!;
        Task<string> faults = guest.StandardError.ReadToEndAsync();
        string console = guest.StandardOutput.ReadToEnd();
        guest.WaitForExit();
        Assert.True(guest.ExitCode == 0, $"the guest ended with {guest.ExitCode}: {console}{faults.Result}");
        return new PowerGuest(empty, new WriteLog(File.ReadAllBytes(log)), from);
    }

    private static string[] Logged(string disk, string log) =>
    [
        "-blockdev", $"driver=file,node-name=df,filename={disk}", "-blockdev", "driver=raw,node-name=dr,file=df",
        "-blockdev", $"driver=file,node-name=lf,filename={log}", "-blockdev", "driver=raw,node-name=lr,file=lf",
        "-blockdev", "driver=blklogwrites,node-name=lw,file=dr,log=lr,log-append=off,log-super-update-interval=1",
        "-device", "virtio-blk-pci,drive=lw,write-cache=on",
    ];
}
