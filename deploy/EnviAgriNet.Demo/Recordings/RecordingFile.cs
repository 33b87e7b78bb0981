using System.IO.Compression;

namespace EnviAgriNet.Demo.Recordings;

/// <summary>Finds and opens recordings: <c>.csv</c>, <c>.csv.gz</c> and <c>archive.zip#entry</c>.</summary>
internal static class RecordingFile
{
    /// <summary>
    /// The recording with an absolute path. Throws a <see cref="FormatException"/> when the file or the entry is not there.
    /// </summary>
    public static string Locate(string text)
    {
        (string path, string? entry) = Split(text);
        string full = Path.GetFullPath(path);
        if (!File.Exists(full))
        {
            throw new FormatException($"--replay: there is no file '{path}'");
        }

        if (entry is null)
        {
            return full.EndsWith(".zip", StringComparison.OrdinalIgnoreCase)
                ? throw new FormatException($"--replay: say which entry of the archive: {path}#part-of-its-name")
                : full;
        }

        using ZipArchive archive = OpenArchive(full);
        _ = Entry(archive, entry);
        return $"{full}#{entry}";
    }

    /// <summary>Opens a recording that was located.</summary>
    public static TextReader Open(string located)
    {
        (string path, string? entry) = Split(located);
        if (entry is null)
        {
            Stream file = File.OpenRead(path);
            return new StreamReader(
                path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file);
        }

        using ZipArchive archive = OpenArchive(path);
        using StreamReader reader = new(Entry(archive, entry).Open());
        return new StringReader(reader.ReadToEnd());
    }

    private static (string Path, string? Entry) Split(string text)
    {
        int at = text.LastIndexOf(".zip#", StringComparison.OrdinalIgnoreCase);
        return at < 0 ? (text, null) : (text[..(at + 4)], text[(at + 5)..]);
    }

    private static ZipArchive OpenArchive(string path)
    {
        try
        {
            return ZipFile.OpenRead(path);
        }
        catch (InvalidDataException e)
        {
            throw new FormatException($"--replay: '{path}' is no zip archive: {e.Message}", e);
        }
    }

    private static ZipArchiveEntry Entry(ZipArchive archive, string part)
    {
        List<ZipArchiveEntry> found =
            [.. archive.Entries.Where(e => e.Length > 0 && e.FullName.Contains(part, StringComparison.Ordinal))];
        return found.Count switch
        {
            1 => found[0],
            0 => throw new FormatException($"--replay: no entry of the archive has '{part}' in its name"),
            _ => throw new FormatException(
                $"--replay: {found.Count} entries of the archive have '{part}' in their names, such as "
                + $"'{found[0].FullName}' and '{found[1].FullName}'"),
        };
    }
}
