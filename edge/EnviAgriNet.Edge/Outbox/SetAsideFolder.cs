namespace EnviAgriNet.Edge.Outbox;

/// <summary>Where damaged files and rejected packs are kept for a person who may come by. Bounded; the oldest go first.</summary>
internal sealed class SetAsideFolder(string outboxFolder, TimeProvider time)
{
    private readonly string _folder = Path.Combine(outboxFolder, "set-aside");

    /// <summary>How many files were deleted since the start because the folder was full.</summary>
    public long Deleted { get; private set; }

    /// <summary>Moves a database file and its log here.</summary>
    public void TakeDatabase(string path)
    {
        Directory.CreateDirectory(_folder);
        string name = FreeName(Path.GetFileName(path));
        foreach (string suffix in (string[])["", "-wal"])
        {
            if (File.Exists(path + suffix))
            {
                File.Move(path + suffix, Path.Combine(_folder, name + suffix));
            }
        }

        File.Delete(path + "-shm");
        Trim();
    }

    /// <summary>Keeps the bytes of a rejected pack.</summary>
    public void TakePack(long sequence, byte[] payload)
    {
        Directory.CreateDirectory(_folder);
        File.WriteAllBytes(Path.Combine(_folder, $"pack-{sequence:D16}.json.gz"), payload);
        Trim();
    }

    private string FreeName(string name)
    {
        string stamp = time.GetUtcNow().ToString("yyyyMMddTHHmmss");
        for (int i = 0; ; i++)
        {
            string candidate = $"{name}.{stamp}-{i}";
            if (!File.Exists(Path.Combine(_folder, candidate)))
            {
                return candidate;
            }
        }
    }

    private void Trim()
    {
        List<FileInfo> files =
            [.. new DirectoryInfo(_folder).GetFiles().OrderBy(f => f.LastWriteTimeUtc).ThenBy(f => f.Name, StringComparer.Ordinal)];
        long bytes = files.Sum(f => f.Length);
        int left = files.Count;
        foreach (FileInfo file in files)
        {
            if (left <= Limits.SetAsideFilesMax && bytes <= Limits.SetAsideBytesMax)
            {
                return;
            }

            bytes -= file.Length;
            left--;
            Deleted++;
            file.Delete();
        }
    }
}
