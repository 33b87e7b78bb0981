using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.ReadingStore.Verdicts;

/// <summary>The SQLite file of the verdicts: its settings, its tables, and putting it aside.</summary>
internal static class VerdictFile
{
    /// <summary>The name of the file in the data folder.</summary>
    public const string Name = "quality.db";

    private const int SchemaVersion = 1;

    private const string Tables = """
        CREATE TABLE IF NOT EXISTS judged_day (
            station TEXT NOT NULL, day INTEGER NOT NULL, version INTEGER NOT NULL, data BLOB NOT NULL,
            PRIMARY KEY (station, day, version)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS verdict (
            station TEXT NOT NULL, hour INTEGER NOT NULL, series TEXT NOT NULL, version INTEGER NOT NULL, data BLOB NOT NULL,
            PRIMARY KEY (station, hour, series, version)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS whole (version INTEGER PRIMARY KEY);
        """;

    /// <summary>Opens the file, and makes its tables. Throws <see cref="SqliteException"/>.</summary>
    public static SqliteConnection Open(string file, bool isChecked)
    {
        SqliteConnection connection = new(
            new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        try
        {
            connection.Open();
            StoreFile.Execute(connection, "PRAGMA busy_timeout=10000; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;");
            if (isChecked && new FileInfo(file).Length <= StoreLimits.FullCheckBytesMax)
            {
                Check(connection);
            }

            if (StoreFile.Scalar(connection, "PRAGMA user_version") is > SchemaVersion and long version)
            {
                throw new StoreException(
                    $"'{file}' has tables of version {version}, and this program knows up to {SchemaVersion}",
                    isTransient: false,
                    new NotSupportedException($"user_version {version}"));
            }

            StoreFile.Execute(connection, $"BEGIN IMMEDIATE; {Tables} PRAGMA user_version={SchemaVersion}; COMMIT;");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Moves the file out of the way; returns its new name.</summary>
    public static string PutAside(string file, DateTimeOffset now)
    {
        string stem = $"{file}.damaged-{now.UtcDateTime:yyyyMMddHHmmss}";
        string aside = stem;
        for (int i = 2; File.Exists(aside); i++)
        {
            aside = $"{stem}-{i}";
        }

        // The file itself goes first: SQLite drops a log that is found beside an empty file.
        File.Move(file, aside);
        foreach (string suffix in (ReadOnlySpan<string>)["-wal", "-shm"])
        {
            if (File.Exists(file + suffix))
            {
                File.Move(file + suffix, aside + suffix, overwrite: true);
            }
        }

        return aside;
    }

    private static void Check(SqliteConnection connection)
    {
        using SqliteCommand check = connection.CreateCommand();
        check.CommandText = "PRAGMA quick_check(1)";
        string verdict = check.ExecuteScalar() as string ?? "no verdict";
        if (verdict != "ok")
        {
            throw new SqliteException(verdict, SQLitePCL.raw.SQLITE_CORRUPT);
        }
    }
}
