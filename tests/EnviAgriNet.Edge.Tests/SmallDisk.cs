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

    public void Free() => File.Delete(Ballast);

    public void Dispose()
    {
        Run("umount", Folder);
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
