using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.ReadingStore;

/// <summary>
/// Carries over what can be read of a damaged file into a new one, table by table, and puts the damaged one aside. It may be
/// interrupted at any point and begun again: the damaged file stays in its place until the new one is whole.
/// </summary>
internal static class StoreSalvage
{
    private const string Suffix = ".salvage";

    /// <summary>Ends a salvage that was interrupted between its two renames.</summary>
    public static void FinishInterrupted(string file)
    {
        if (!File.Exists(file) && File.Exists(file + Suffix))
        {
            File.Move(file + Suffix, file);
        }
    }

    public static SalvageOutcome Run(string file, StoreOptions options, DateTimeOffset now)
    {
        string fresh = file + Suffix;
        Delete(fresh);
        SalvageCopy copy;
        using (SqliteConnection to = StoreFile.OpenWriter(fresh, options))
        {
            copy = new SalvageCopy(to);
            copy.Run(file);
            StoreFile.Execute(to, "PRAGMA wal_checkpoint(TRUNCATE)");
        }

        string aside = FreeName(file, now);
        foreach (string suffix in (ReadOnlySpan<string>)["-wal", "-shm"])
        {
            if (File.Exists(file + suffix))
            {
                File.Move(file + suffix, aside + suffix, overwrite: true);
            }
        }

        File.Move(file, aside);
        File.Move(fresh, file);
        return new SalvageOutcome(aside, copy.RowsKept, copy.RowsLost, copy.TablesBroken);
    }

    private static void Delete(string file)
    {
        foreach (string suffix in (ReadOnlySpan<string>)[string.Empty, "-wal", "-shm"])
        {
            File.Delete(file + suffix);
        }
    }

    private static string FreeName(string file, DateTimeOffset now)
    {
        string stem = $"{file}.damaged-{now.UtcDateTime:yyyyMMddHHmmss}";
        string name = stem;
        for (int i = 2; File.Exists(name); i++)
        {
            name = $"{stem}-{i}";
        }

        return name;
    }
}

/// <summary>What a salvage did.</summary>
internal sealed record SalvageOutcome(string AsideFile, long RowsKept, long RowsLost, long TablesBroken);
