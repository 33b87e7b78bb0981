using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Edge.Outbox;

/// <summary>
/// One SQLite file held open by one owner, with its prepared statements. Not safe for several threads.
/// <para>
/// Journal mode is WAL with <c>synchronous=FULL</c>: a commit is one append to the log and one fsync, where the rollback
/// journal needs three, and an SD card has few of them to give. Each frame of the log has a checksum, so a torn write at
/// power loss costs only the commit that was never answered. <c>locking_mode=EXCLUSIVE</c> keeps a second edge out of the
/// folder and needs no shared-memory file.
/// </para>
/// </summary>
internal sealed class SqliteFile : IDisposable
{
    /// <summary>A page as large as a block of the disk.</summary>
    public const int PageBytes = 4096;

    private const int LogBytes = 1024 * 1024;
    private const int CorruptCode = 11;
    private const int NotADatabaseCode = 26;
    private const int BusyCode = 5;
    private const int LockedCode = 6;
    private const int FullCode = 13;
    private const int IoErrorCode = 10;
    private const int CannotOpenCode = 14;
    private const int ReadOnlyCode = 8;

    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _commands = [];
    private bool _isDurable = true;

    private SqliteFile(SqliteConnection connection) => _connection = connection;

    /// <summary>Opens or makes a file; throws a <see cref="SqliteException"/>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="pageBytes">The page of a file that is made; one that is there keeps its own.</param>
    public static SqliteFile Open(string path, int pageBytes = PageBytes)
    {
        SqliteConnectionStringBuilder text = new()
        {
            DataSource = path,
            Pooling = false,
            Mode = SqliteOpenMode.ReadWriteCreate,
            DefaultTimeout = 1,
        };
        SqliteConnection connection = new(text.ConnectionString);
        SqliteFile file = new(connection);
        try
        {
            connection.Open();
            file.Execute("PRAGMA locking_mode=EXCLUSIVE");
            file.Execute($"PRAGMA page_size={pageBytes}");
            file.Execute("PRAGMA journal_mode=WAL");
            file.Execute("PRAGMA synchronous=FULL");
            file.Execute("PRAGMA cache_size=-512");
            file.Execute($"PRAGMA journal_size_limit={LogBytes}");
            file.Execute($"PRAGMA wal_autocheckpoint={LogBytes / (file.Number("PRAGMA page_size") ?? PageBytes)}");
            file.Execute("PRAGMA cell_size_check=ON");
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Bytes on disk, the log included.</summary>
    public static long LengthOf(string path) =>
        new[] { path, path + "-wal" }.Select(p => new FileInfo(p)).Sum(f => f.Exists ? f.Length : 0);

    /// <summary>Whether the fault says that the file is damaged.</summary>
    public static bool IsCorrupt(Exception fault) =>
        fault is SqliteException { SqliteErrorCode: CorruptCode or NotADatabaseCode } or InvalidDataException;

    /// <summary>Whether the fault says that the disk is full or does not answer.</summary>
    public static bool IsNoRoom(Exception fault) =>
        fault is SqliteException { SqliteErrorCode: FullCode or IoErrorCode or CannotOpenCode or ReadOnlyCode }
            or (IOException and not FileNotFoundException);

    /// <summary>Whether the fault says that the disk is full.</summary>
    public static bool IsFull(Exception fault) => fault is SqliteException { SqliteErrorCode: FullCode };

    /// <summary>Whether another process holds the file.</summary>
    public static bool IsInUse(Exception fault) => fault is SqliteException { SqliteErrorCode: BusyCode or LockedCode };

    /// <summary>Runs a statement with its arguments as <c>$1</c>, <c>$2</c>, …; returns how many rows changed.</summary>
    public int Execute(string sql, params ReadOnlySpan<object?> arguments) => Prepare(sql, arguments).ExecuteNonQuery();

    /// <summary>Runs a query; the caller disposes the reader.</summary>
    public SqliteDataReader Query(string sql, params ReadOnlySpan<object?> arguments) =>
        Prepare(sql, arguments).ExecuteReader();

    /// <summary>The first column of the first row as a number, or null.</summary>
    public long? Number(string sql, params ReadOnlySpan<object?> arguments) =>
        Prepare(sql, arguments).ExecuteScalar() is long number ? number : null;

    /// <summary>The first column of the first row as text, or null.</summary>
    public string? Text(string sql, params ReadOnlySpan<object?> arguments) =>
        Prepare(sql, arguments).ExecuteScalar() as string;

    /// <summary>Runs the steps in one transaction.</summary>
    /// <param name="durable">False when losing the transaction at a power cut does no harm; it then needs no fsync.</param>
    /// <param name="steps">What to do; an exception rolls all of it back.</param>
    public void InTransaction(bool durable, Action steps)
    {
        if (durable != _isDurable)
        {
            Execute(durable ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL");
            _isDurable = durable;
        }

        Execute("BEGIN IMMEDIATE");
        try
        {
            steps();
            Execute("COMMIT");
        }
        catch
        {
            TryRollBack();
            throw;
        }
    }

    /// <summary>Throws an <see cref="InvalidDataException"/> unless the structure of the file is sound.</summary>
    public void Check()
    {
        string? answer = Text("PRAGMA quick_check(1)");
        if (answer != "ok")
        {
            throw new InvalidDataException($"quick_check says '{answer}'");
        }
    }

    /// <summary>Moves the log into the file and empties it; what is left in the log at a full disk stays there.</summary>
    public void Checkpoint()
    {
        using SqliteDataReader reader = Query("PRAGMA wal_checkpoint(TRUNCATE)");
        reader.Read();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (SqliteCommand command in _commands.Values)
        {
            command.Dispose();
        }

        _connection.Dispose();
    }

    private SqliteCommand Prepare(string sql, ReadOnlySpan<object?> arguments)
    {
        if (!_commands.TryGetValue(sql, out SqliteCommand? command))
        {
            command = _connection.CreateCommand();
#pragma warning disable CA2100 // All statements are constants of this folder.
            command.CommandText = sql;
#pragma warning restore CA2100
            for (int i = 1; i <= arguments.Length; i++)
            {
                command.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" });
            }

            _commands.Add(sql, command);
        }

        for (int i = 0; i < arguments.Length; i++)
        {
            command.Parameters[i].Value = arguments[i] ?? DBNull.Value;
        }

        return command;
    }

    private void TryRollBack()
    {
        try
        {
            Execute("ROLLBACK");
        }
        catch (SqliteException)
        {
            // SQLite rolls back by itself on some faults, and then there is nothing left to roll back.
        }
    }
}
