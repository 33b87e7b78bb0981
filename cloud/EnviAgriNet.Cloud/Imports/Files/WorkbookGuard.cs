using System.IO.Compression;

namespace EnviAgriNet.Cloud.Imports.Files;

/// <summary>Looks at a workbook before a reader opens it: cut, damaged, encrypted, swollen or with macros, it is refused.</summary>
internal static class WorkbookGuard
{
    private const string Encrypted = "the workbook is locked with a password: save it without one";

    /// <summary>Checks a workbook; true when it holds an empty project of macros, which is let pass.</summary>
    public static bool Check(SourceFile file)
    {
        if (file.Kind == FileKind.OldWorkbook)
        {
            return CheckOld(file.Bytes);
        }

        CheckPacked(file.Bytes);
        return false;
    }

    private static bool CheckOld(byte[] bytes)
    {
        CompoundFile compound = CompoundFile.Open(bytes);
        if (compound.Entries.Any(e => e.Name == "EncryptedPackage"))
        {
            throw new ImportException(Encrypted);
        }

        if (!compound.Entries.Any(e => e.Kind == 2 && e.Name is "Workbook" or "Book"))
        {
            throw new ImportException("the file is no workbook, though it has the container of one (a document or a letter has it too)");
        }

        bool hasProject = MacroCheck.HasProject(compound);
        return hasProject && MacroCheck.HasCode(compound)
            ? throw new ImportException("the workbook holds macros: save it without them, as .xlsx")
            : hasProject;
    }

    private static void CheckPacked(byte[] bytes)
    {
        try
        {
            using ZipArchive zip = new(new MemoryStream(bytes), ZipArchiveMode.Read);
            if (zip.Entries.Count > Limits.PartsMax)
            {
                throw new ImportException($"the workbook has more than {Limits.PartsMax} parts");
            }

            if (zip.Entries.Any(e => e.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
            {
                throw new ImportException("the workbook holds macros: save it without them, as .xlsx");
            }

            if (zip.GetEntry("xl/workbook.xml") is null)
            {
                throw new ImportException("the file is packed, but is no workbook: it has no 'xl/workbook.xml'");
            }

            long total = 0;
            foreach (ZipArchiveEntry entry in zip.Entries)
            {
                total += CheckPart(entry, Limits.UnpackedBytesMax - total);
            }
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            throw new ImportException($"the workbook is cut or damaged: {e.Message}");
        }
    }

    // What a part says of its size is not believed: it is unpacked once to count, and to see that it arrived as it was sent.
    private static long CheckPart(ZipArchiveEntry entry, long room)
    {
        using Stream stream = entry.Open();
        byte[] part = new byte[81_920];
        long total = 0;
        Crc32 crc = new();
        int read;
        while ((read = stream.Read(part)) > 0)
        {
            crc.Add(part.AsSpan(0, read));
            total += read;
            if (total > room)
            {
                throw new ImportException($"the workbook unpacks to more than {Limits.UnpackedBytesMax / 1024 / 1024} MiB");
            }
        }

        return crc.Value == entry.Crc32
            ? total
            : throw new ImportException($"the workbook is damaged: '{entry.FullName}' does not have the checksum it should have");
    }
}
