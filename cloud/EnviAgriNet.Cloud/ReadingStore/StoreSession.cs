using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.ReadingStore;

/// <summary>
/// The file open for writing, with everything that is held in memory about it: when the file is replaced, so is this. Owned by the
/// writer, except for <see cref="Stations"/>.
/// </summary>
internal sealed class StoreSession : IDisposable
{
    private const string StoredAt = "stored_at";
    private const string RawFrom = "raw_from";

    private readonly Action<string, long> _onDamagedRow;
    private readonly Statement _begin;
    private readonly Statement _commit;
    private readonly Statement _setMeta;

    public StoreSession(string file, StoreOptions options, Action<string, long> onDamagedRow)
    {
        _onDamagedRow = onDamagedRow;
        Connection = StoreFile.OpenWriter(file, options);
        try
        {
            CheckInFull(file);
            _begin = Prepare("BEGIN IMMEDIATE");
            _commit = Prepare("COMMIT");
            _setMeta = Prepare("INSERT OR REPLACE INTO meta (name, value) VALUES (?1, ?2)");
            SelectBlob = Prepare("SELECT data FROM hourly WHERE key = ?1");
            ReplaceHourly = Prepare("INSERT OR REPLACE INTO hourly (key, data) VALUES (?1, ?2)");
            ReplaceLedger = Prepare("INSERT OR REPLACE INTO ledger (station, outbox, data) VALUES (?1, ?2, ?3)");
            InsertStation = Prepare("INSERT INTO station (number, id) VALUES (?1, ?2)");
            UpdateNewest = Prepare("UPDATE station SET newest = ?2 WHERE number = ?1");
            InsertSeries = Prepare("INSERT INTO series (station, number, name) VALUES (?1, ?2, ?3)");
            Months = new MonthTables(this);
            Months.Load();
            Stations.Load(this);
            Ledger.Load(this);
            NewestStoredAt = Meta(StoredAt) is { } ms ? DateTimeOffset.FromUnixTimeMilliseconds(ms) : null;
            RawFromMonth = (int)(Meta(RawFrom) ?? 0);
            LatestLoader.Load(this);
        }
        catch
        {
            Connection.Dispose();
            throw;
        }
    }

    public SqliteConnection Connection { get; }

    public SeriesBook Stations { get; } = new();

    public LedgerBook Ledger { get; } = new();

    public MonthTables Months { get; }

    /// <summary>The newest wall clock of a commit; null in a new file.</summary>
    public DateTimeOffset? NewestStoredAt { get; private set; }

    /// <summary>Readings of months before this one are given up; 0 before the first time.</summary>
    public int RawFromMonth { get; private set; }

    public Statement SelectBlob { get; }

    public Statement ReplaceHourly { get; }

    public Statement ReplaceLedger { get; }

    public Statement InsertStation { get; }

    public Statement UpdateNewest { get; }

    public Statement InsertSeries { get; }

    public Statement Prepare(string sql) => new(Connection, sql);

    public void Begin() => _begin.Run();

    /// <summary>When it returns, the transaction is on disk.</summary>
    public void Commit() => _commit.Run();

    /// <summary>Undoes the transaction, if one is open: some failures end it by themselves.</summary>
    public void Rollback()
    {
        if (SQLitePCL.raw.sqlite3_get_autocommit(Connection.Handle) == 0)
        {
            StoreFile.Execute(Connection, "ROLLBACK");
        }
    }

    public void WriteStoredAt(DateTimeOffset time) => _setMeta.Bind(1, StoredAt).Bind(2, time.ToUnixTimeMilliseconds()).Run();

    public void WriteRawFrom(int month) => _setMeta.Bind(1, RawFrom).Bind(2, month).Run();

    /// <summary>Takes over what a committed transaction wrote.</summary>
    public void OnStored(DateTimeOffset storedAt) => NewestStoredAt = storedAt;

    /// <summary>Takes over what a committed transaction wrote.</summary>
    public void OnRawFrom(int month) => RawFromMonth = month;

    /// <summary>Takes a damaged block out of its table, in the open transaction, and keeps it for a person while there is room.</summary>
    public void SetAside(string table, long key)
    {
        StoreFile.Execute(
            Connection,
            $"""
            INSERT INTO set_aside (source, key, data) SELECT '{table}', key, data FROM {table}
                WHERE key = {key} AND (SELECT count(*) FROM set_aside) < {StoreLimits.SetAsideMax};
            DELETE FROM {table} WHERE key = {key};
            """);
        OnDamagedRow(table, key);
    }

    public void OnDamagedRow(string table, long key) => _onDamagedRow(table, key);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (Statement statement in (ReadOnlySpan<Statement>)
            [_begin, _commit, _setMeta, SelectBlob, ReplaceHourly, ReplaceLedger, InsertStation, UpdateNewest, InsertSeries])
        {
            statement.Dispose();
        }

        Months.Dispose();
        Connection.Dispose();
    }

    private void CheckInFull(string file)
    {
        if (new FileInfo(file).Length > StoreLimits.FullCheckBytesMax)
        {
            return;
        }

        using Statement check = Prepare("PRAGMA quick_check(1)");
        string verdict = check.Next() ? check.Text(0) : "no verdict";
        check.Reset();
        if (verdict != "ok")
        {
            throw new SqliteException(verdict, SQLitePCL.raw.SQLITE_CORRUPT);
        }
    }

    private long? Meta(string name)
    {
        using Statement meta = Prepare("SELECT value FROM meta WHERE name = ?1");
        meta.Bind(1, name);
        long? value = meta.Next() ? meta.Integer(0) : null;
        meta.Reset();
        return value;
    }
}
