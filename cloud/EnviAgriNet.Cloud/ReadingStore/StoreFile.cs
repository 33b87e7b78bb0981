using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.ReadingStore;

/// <summary>The SQLite file: its settings, its tables, its version. Opens the writer's connection and readers' ones.</summary>
internal static class StoreFile
{
    /// <summary>The version of the tables this program writes.</summary>
    public const int SchemaVersion = 1;

    /// <summary>Half a dozen blocks of an hour of minutes fit a page of this size; small commits still write little.</summary>
    private const int PageBytes = 8192;

    /// <summary>The log is written back into the file when it has this many pages: 32 MiB.</summary>
    private const int CheckpointPages = 4096;

    private const string Tables = """
        CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS station (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, newest BLOB);
        CREATE TABLE IF NOT EXISTS series (
            station INTEGER NOT NULL, number INTEGER NOT NULL, name TEXT NOT NULL,
            PRIMARY KEY (station, number)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS ledger (
            station INTEGER NOT NULL, outbox TEXT NOT NULL, data BLOB NOT NULL,
            PRIMARY KEY (station, outbox)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS hourly (key INTEGER PRIMARY KEY, data BLOB NOT NULL);
        CREATE TABLE IF NOT EXISTS station_event (
            number INTEGER PRIMARY KEY AUTOINCREMENT, station TEXT NOT NULL, outbox TEXT NOT NULL, id INTEGER NOT NULL,
            stored_ms INTEGER NOT NULL, json BLOB NOT NULL);
        CREATE INDEX IF NOT EXISTS station_event_station ON station_event (station, number);
        CREATE TABLE IF NOT EXISTS calibration (
            station TEXT NOT NULL, series TEXT NOT NULL, since_ms INTEGER NOT NULL, notice TEXT NOT NULL,
            PRIMARY KEY (station, series, since_ms)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS set_aside (
            number INTEGER PRIMARY KEY, source TEXT NOT NULL, key INTEGER NOT NULL, data BLOB NOT NULL);
        """;

    /// <summary>Opens the file for the one writer, and makes its tables. Throws <see cref="SqliteException"/>.</summary>
    public static SqliteConnection OpenWriter(string file, StoreOptions options)
    {
        SqliteConnection connection = new(Describe(file, SqliteOpenMode.ReadWriteCreate));
        try
        {
            connection.Open();
            Execute(connection, $"PRAGMA page_size={PageBytes}; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;");
            Execute(connection, $"PRAGMA wal_autocheckpoint={CheckpointPages}; PRAGMA busy_timeout=5000;");
            Execute(connection, $"PRAGMA cache_size=-{options.CacheMegabytes * 1024}; PRAGMA temp_store=MEMORY;");
            Execute(connection, $"PRAGMA max_page_count={options.FileMegabytesMax * (1024L * 1024 / PageBytes)};");
            long version = Scalar(connection, "PRAGMA user_version");
            if (version > SchemaVersion)
            {
                throw NewerVersion(file, version);
            }

            Execute(connection, $"BEGIN IMMEDIATE; {Tables} PRAGMA user_version={SchemaVersion}; COMMIT;");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Opens the file for reading beside the writer, perhaps in another process. A file that does not exist is an error.</summary>
    public static SqliteConnection OpenReader(string file)
    {
        SqliteConnection connection = new(Describe(file, SqliteOpenMode.ReadOnly));
        try
        {
            connection.Open();
            Execute(connection, "PRAGMA busy_timeout=5000; PRAGMA cache_size=-4096;");
            long version = Scalar(connection, "PRAGMA user_version");
            return version <= SchemaVersion ? connection : throw NewerVersion(file, version);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public static void Execute(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public static long Scalar(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar());
    }

    /// <summary>The months that have a table of readings, ascending, as 202611.</summary>
    public static List<int> Months(SqliteConnection connection)
    {
        using Statement names = new(
            connection, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE 'block\\_%' ESCAPE '\\' ORDER BY name");
        List<int> months = [];
        while (names.Next())
        {
            months.Add(int.Parse(names.Text(0).AsSpan("block_".Length)));
        }

        months.Sort();
        return months;
    }

    public static string BlockTable(int month) => $"block_{month:D6}";

    public static string CreateBlockTable(int month) =>
        $"CREATE TABLE IF NOT EXISTS {BlockTable(month)} (key INTEGER PRIMARY KEY, data BLOB NOT NULL)";

    /// <summary>Whether the failure means that the file itself is damaged.</summary>
    public static bool IsDamage(SqliteException e) =>
        e.SqliteErrorCode is SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB;

    /// <summary>Whether the same call may go through later: a full disk, a lock, an input-output error.</summary>
    public static bool IsTransient(SqliteException e) =>
        e.SqliteErrorCode is SQLitePCL.raw.SQLITE_FULL or SQLitePCL.raw.SQLITE_IOERR or SQLitePCL.raw.SQLITE_BUSY
            or SQLitePCL.raw.SQLITE_LOCKED or SQLitePCL.raw.SQLITE_NOMEM or SQLitePCL.raw.SQLITE_CANTOPEN
            or SQLitePCL.raw.SQLITE_READONLY;

    private static StoreException NewerVersion(string file, long version) => new(
        $"'{file}' has tables of version {version}, and this program knows up to {SchemaVersion}: it was written by a newer "
        + "version of eag-cloud. Start that version, or put the file elsewhere",
        isTransient: false,
        new NotSupportedException($"user_version {version}"));

    private static string Describe(string file, SqliteOpenMode mode) =>
        new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ToString();
}
