using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace EnviAgriNet.Cloud.Imports.Files;

/// <summary>A file to import, in memory and unpacked, with what it is.</summary>
internal sealed record SourceFile(string Name, byte[] Bytes, FileKind Kind, string Hash)
{
    private static readonly string[] MacroEnds = [".xlsm", ".xltm", ".xlam", ".xlsb", ".xla", ".xlm"];

    /// <summary>Takes bytes for a file of this name; refuses what the importers cannot read, or what is not what its name says.</summary>
    public static SourceFile Of(string name, byte[] bytes)
    {
        if (bytes.Length > Limits.FileBytesMax)
        {
            throw TooLarge(bytes.Length);
        }

        string hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        string plainName = name;
        if (bytes is [0x1F, 0x8B, ..])
        {
            bytes = Unpack(bytes);
            plainName = name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name;
        }

        if (MacroEnds.Contains(Path.GetExtension(plainName).ToLowerInvariant()))
        {
            throw new ImportException("a workbook that may hold macros is refused: save it as .xlsx");
        }

        FileKind kind = KindOf(bytes);
        RequireName(plainName, kind);
        return new SourceFile(name, bytes, kind, hash);
    }

    /// <summary>Reads a file from disk.</summary>
    public static async Task<SourceFile> ReadAsync(FileInfo file, CancellationToken cancellationToken)
    {
        if (!file.Exists)
        {
            throw new FileNotFoundException($"'{file.FullName}' is no file");
        }

        if (file.Length > Limits.FileBytesMax)
        {
            throw TooLarge(file.Length);
        }

        await using FileStream stream = file.OpenRead();
        return Of(file.Name, await ReadUpToAsync(stream, cancellationToken));
    }

    /// <summary>Reads a stream that must not be longer than a file may be.</summary>
    public static async Task<byte[]> ReadUpToAsync(Stream stream, CancellationToken cancellationToken)
    {
        using MemoryStream all = new();
        byte[] part = new byte[81_920];
        int read;
        while ((read = await stream.ReadAsync(part, cancellationToken)) > 0)
        {
            all.Write(part, 0, read);
            if (all.Length > Limits.FileBytesMax)
            {
                throw TooLarge(all.Length);
            }
        }

        return all.ToArray();
    }

    /// <summary>The text of the file: UTF-8, or the Thai code page of old programs.</summary>
    public string Text()
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(Bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return ThaiCodePage.Encoding.GetString(Bytes);
        }
    }

    private static ImportException TooLarge(long bytes) =>
        new($"the file has more than {Limits.FileBytesMax / 1024 / 1024} MiB (it has {bytes / 1024 / 1024} MiB or more)");

    private static byte[] Unpack(byte[] bytes)
    {
        try
        {
            using GZipStream stream = new(new MemoryStream(bytes), CompressionMode.Decompress);
            using MemoryStream all = new();
            byte[] part = new byte[81_920];
            int read;
            while ((read = stream.Read(part)) > 0)
            {
                all.Write(part, 0, read);
                if (all.Length > Limits.UnpackedBytesMax)
                {
                    throw new ImportException($"the file unpacks to more than {Limits.UnpackedBytesMax / 1024 / 1024} MiB");
                }
            }

            return all.ToArray();
        }
        catch (InvalidDataException e)
        {
            throw new ImportException($"the packed file is cut or damaged: {e.Message}");
        }
    }

    private static FileKind KindOf(byte[] bytes)
    {
        int start = bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;
        ReadOnlySpan<byte> text = bytes.AsSpan(start, Math.Min(bytes.Length - start, 512)).TrimStart(" \t\r\n"u8);
        return text switch
        {
            _ when bytes.Length == 0 => throw new ImportException("the file is empty"),
            _ when bytes is [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..] => FileKind.OldWorkbook,
            _ when bytes is [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..] => FileKind.Workbook,
            [(byte)'<', ..] => throw new ImportException("the file is a web page or XML, whatever its name says: open it and save it as .xlsx or CSV"),
            [(byte)'{' or (byte)'[', ..] => FileKind.Json,
            _ when text.Contains((byte)0) => throw new ImportException("the file is no workbook, JSON or CSV: it holds bytes that no text has"),
            [] => throw new ImportException("the file holds nothing but blanks"),
            _ => FileKind.Text,
        };
    }

    // An end that says something else than the content is a file that someone renamed, and seldom what was meant.
    private static void RequireName(string name, FileKind kind)
    {
        string end = Path.GetExtension(name).ToLowerInvariant();
        FileKind? said = end switch
        {
            ".xls" => FileKind.OldWorkbook,
            ".xlsx" => FileKind.Workbook,
            ".csv" => FileKind.Text,
            ".json" => FileKind.Json,
            _ => null,
        };
        if (said is { } expected && expected != kind)
        {
            throw new ImportException($"the name ends in '{end}', but the content is {Describe(kind)}: the file is damaged or was renamed");
        }
    }

    private static string Describe(FileKind kind) => kind switch
    {
        FileKind.OldWorkbook => "a workbook of Excel 97 to 2003 (.xls)",
        FileKind.Workbook => "a packed workbook (.xlsx)",
        FileKind.Json => "JSON",
        _ => "text",
    };
}
