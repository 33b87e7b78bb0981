using System.Buffers.Binary;
using System.Diagnostics;

namespace EnviAgriNet.Edge.Tests.Power;

/// <summary>A disk with one partition of ext4 for the edge and one for what sources promise.</summary>
internal static class PowerDisk
{
    /// <summary>Where the second partition begins, in bytes.</summary>
    public const long PromisesAt = 32L << 20;

    /// <summary>The room of each source there.</summary>
    public const int PromiseBytes = 4096;

    private const int FilesAt = 1 << 20;
    private const int FilesBytes = (int)PromisesAt - FilesAt;
    private const int Sector = 512;

    /// <summary>Makes an empty one.</summary>
    public static void Make(string file)
    {
        byte[] table = new byte[Sector];
        Partition(table.AsSpan(446), FilesAt, FilesBytes);
        Partition(table.AsSpan(462), (int)PromisesAt, 1 << 20);
        (table[510], table[511]) = (0x55, 0xAA);
        using (FileStream disk = File.Create(file))
        {
            disk.SetLength(PromisesAt + (1 << 20));
            disk.Write(table);
        }

        Run("mke2fs", ["-q", "-F", "-t", "ext4", "-b", "4096", "-J", "size=4", "-E", $"offset={FilesAt},lazy_itable_init=0,lazy_journal_init=0", file, $"{FilesBytes / 1024}k"], 0);
    }

    /// <summary>Does what the next start of the computer does, replays the journal of the file system, and copies the edge's outbox out.</summary>
    public static void TakeOutbox(byte[] disk, string folder)
    {
        string files = Path.Combine(folder, "files.img");
        File.WriteAllBytes(files, disk.AsSpan(FilesAt, FilesBytes).ToArray());

        // 1 says that something was repaired, which the journal is for; anything above is a file system that needs a person.
        Run("e2fsck", ["-fy", files], 1);
        Run("debugfs", ["-R", $"rdump /outbox {folder}", files], 0);
        File.Delete(files);

        // Cut before the edge had made it.
        Directory.CreateDirectory(Path.Combine(folder, "outbox"));
    }

    private static void Partition(Span<byte> entry, int at, int bytes)
    {
        entry[4] = 0x83;
        BinaryPrimitives.WriteInt32LittleEndian(entry[8..], at / Sector);
        BinaryPrimitives.WriteInt32LittleEndian(entry[12..], bytes / Sector);
    }

    private static void Run(string program, string[] words, int worst)
    {
        ProcessStartInfo start = new(program, words) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PATH"] += ":/usr/sbin:/sbin";
        start.FileName = File.Exists(Path.Combine("/usr/sbin", program)) ? Path.Combine("/usr/sbin", program) : program;
        using Process process = Process.Start(start)!;
        Task<string> said = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode <= worst, $"{program} ended with {process.ExitCode}: {output}{said.Result}");
    }
}
