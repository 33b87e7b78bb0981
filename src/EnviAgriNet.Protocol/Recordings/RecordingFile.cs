using System.IO.Compression;
using System.Text;

namespace EnviAgriNet.Protocol.Recordings;

/// <summary>Opens a recording as it lies there: plain, in gzip, or as an entry of a zip archive.</summary>
public static class RecordingFile
{
    /// <summary>Opens a stream of the recording's text; the caller disposes it. Throws a <see cref="RecordingException"/> that says what is wrong.</summary>
    /// <param name="file">A path; for a zip archive with <c>#</c> and a part of the entry's name.</param>
    public static Stream Open(string file)
    {
        int hash = file.IndexOf(".zip#", StringComparison.OrdinalIgnoreCase);
        string path = hash < 0 ? file : file[..(hash + 4)];
        try
        {
            if (hash >= 0 || path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
            {
                return OpenEntry(path, hash < 0 ? string.Empty : file[(hash + 5)..]);
            }

            FileStream plain = File.OpenRead(path);
            return path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)
                ? new GZipStream(plain, CompressionMode.Decompress)
                : plain;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new RecordingException($"File '{path}' cannot be read: {e.Message}", e);
        }
    }

    private static Stream OpenEntry(string path, string part)
    {
        // Names that are not UTF-8 come through as Latin-1, byte by byte, so that any of them can be asked for.
        using ZipArchive archive = ZipFile.Open(path, ZipArchiveMode.Read, Encoding.Latin1);
        List<ZipArchiveEntry> files = [.. archive.Entries.Where(e => !e.FullName.EndsWith('/'))];
        List<ZipArchiveEntry> found = [.. files.Where(e => e.FullName == part || Utf8(e.FullName) == part)];
        if (found.Count == 0)
        {
            found = [.. files.Where(e =>
                e.FullName.Contains(part, StringComparison.Ordinal) || Utf8(e.FullName).Contains(part, StringComparison.Ordinal))];
        }

        if (found.Count != 1)
        {
            IEnumerable<string> names = (found.Count == 0 ? files : found).Select(e => e.FullName);
            throw new RecordingException(
                $"File: {(found.Count == 0 ? "no entry" : $"{found.Count} entries")} of '{path}' has '{part}' in its name, "
                + $"and it must be one; {(found.Count == 0 ? "there are" : "these do")}: {Names.List(names)}");
        }

        // The archive is closed on return; an entry fits in memory, as its samples have to.
        MemoryStream text = new();
        using (Stream entry = found[0].Open())
        {
            entry.CopyTo(text);
        }

        text.Position = 0;
        return found[0].FullName.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)
            ? new GZipStream(text, CompressionMode.Decompress)
            : text;
    }

    private static string Utf8(string latin1) =>
        latin1.Any(c => c > 255) ? latin1 : Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(latin1));
}
