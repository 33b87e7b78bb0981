using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Registry;

/// <summary>
/// The registry's SQLite file: stations, subscribers, events, alerts, deliveries. Each area brings its own tables. Writes are
/// serialised and durable when they return; reads see whole writes only.
/// </summary>
internal sealed class RegistryDatabase : IDisposable
{
    // What is deleted is overwritten with zeros: whoever was erased is not to be found in free space.
    private const string Pragmas =
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=5000; PRAGMA secure_delete=ON;";

    // As many as read at the same time in earnest; they keep their prepared statements.
    private const int ReadersKeptMax = 16;

    private readonly string _connectionString;
    private readonly SqliteConnection _writer;
    private readonly Lock _writing = new();
    private readonly ConcurrentBag<SqliteConnection> _readers = [];

    public RegistryDatabase(string file)
    {
        _connectionString = new SqliteConnectionStringBuilder { DataSource = file, Pooling = true }.ToString();
        _writer = Open();
    }

    /// <summary>Creates an area's tables where they do not exist. Called once by each repository.</summary>
    public void EnsureTables(string sql)
    {
        lock (_writing)
        {
            using SqliteCommand command = _writer.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
    }

    /// <summary>Runs one transaction; it is on disk when this returns, or nothing of it happened.</summary>
    public T Write<T>(Func<SqliteConnection, T> work)
    {
        lock (_writing)
        {
            using SqliteTransaction transaction = _writer.BeginTransaction(deferred: false);
            T result = work(_writer);
            transaction.Commit();
            return result;
        }
    }

    /// <summary>Runs one transaction and takes it back: what it answers is what would happen now.</summary>
    public T Rehearse<T>(Func<SqliteConnection, T> work)
    {
        lock (_writing)
        {
            using SqliteTransaction transaction = _writer.BeginTransaction(deferred: false);
            return work(_writer);
        }
    }

    /// <summary>Reads one consistent state.</summary>
    public T Read<T>(Func<SqliteConnection, T> work)
    {
        SqliteConnection connection = _readers.TryTake(out SqliteConnection? kept) ? kept : Open();
        bool isSound = false;
        try
        {
            T result;
            using (SqliteTransaction transaction = connection.BeginTransaction(deferred: true))
            {
                result = work(connection);
            }

            isSound = true;
            return result;
        }
        finally
        {
            if (isSound && _readers.Count < ReadersKeptMax)
            {
                _readers.Add(connection);
            }
            else
            {
                connection.Dispose();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        while (_readers.TryTake(out SqliteConnection? reader))
        {
            reader.Dispose();
        }

        _writer.Dispose();
    }

    private SqliteConnection Open()
    {
        SqliteConnection connection = new(_connectionString);
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
        return connection;
    }
}
