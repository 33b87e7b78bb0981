using System.Diagnostics;

namespace EnviAgriNet.Edge.Tests;

/// <summary>A file system of its own that is soon full.</summary>
internal sealed class SmallDisk : IDisposable
{
    private static readonly Lazy<bool> Allowed = new(() =>
    {
        string folder = TestFolder.Make();
        bool isMounted = Run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder);
        if (isMounted)
        {
            Run("umount", folder);
        }

        Directory.Delete(folder);
        return isMounted;
    });

    public SmallDisk(int kilobytes)
    {
        Folder = TestFolder.Make();
        if (!Run("mount", "-t", "tmpfs", "-o", $"size={kilobytes}k", "tmpfs", Folder))
        {
            throw new InvalidOperationException("mounting was allowed a moment ago");
        }
    }

    /// <summary>Whether this user may mount.</summary>
    public static bool IsAllowed => Allowed.Value;

    public string Folder { get; }

    private string Ballast => Path.Combine(Folder, "ballast");

    /// <summary>Takes all room but some bytes.</summary>
    public void Fill(long leave)
    {
        long free = new DriveInfo(Folder).AvailableFreeSpace - leave;
        File.WriteAllBytes(Ballast, new byte[Math.Max(0, free)]);
    }

    /// <summary>Gives the room back. A process that is being started beside this one may hold the deleted file for a moment.</summary>
    public void Free()
    {
        long wanted = new FileInfo(Ballast).Length;
        File.Delete(Ballast);
        if (!SpinWait.SpinUntil(() => new DriveInfo(Folder).AvailableFreeSpace >= wanted, TimeSpan.FromSeconds(20)))
        {
            throw new IOException($"{wanted} bytes of {Folder} did not come free");
        }
    }

    public void Dispose()
    {
        // For the same reason it may be in use for a moment longer.
        Run("umount", "--lazy", Folder);
        Directory.Delete(Folder);
    }

    private static bool Run(string program, params string[] arguments)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, UseShellExecute = false })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
