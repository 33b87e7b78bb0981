using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.ReadingStore;

/// <summary>
/// The reading store in one SQLite file. Commits are serialised; reads run beside them on connections of their own. A damaged file
/// is put aside, what can be read of it is carried over, and the store goes on.
/// </summary>
internal sealed class SqliteReadingStore : IReadingStore, IStationLedger
{
    private readonly string _file;
    private readonly StoreOptions _options;
    private readonly TimeProvider _time;
    private readonly StoreLog _log;
    private readonly FileStream _lock;
    private readonly StoreReaders _readers;

    // Owned by whoever holds the lock.
    private readonly Lock _writing = new();
    private readonly SeriesHourPool _pool = new();
    private readonly StoreScratch _scratch = new();
    private readonly Dictionary<(StationId Station, string Outbox), long> _announced = [];
    private StoreSession _session;

    /// <summary>
    /// Opens the file, or makes it. Throws <see cref="StoreException"/> when another process has it open, when it was written by a newer
    /// version, or when the disk does not let it be opened.
    /// </summary>
    public SqliteReadingStore(string file, IOptions<StoreOptions> options, TimeProvider time, ILogger<SqliteReadingStore> logger)
    {
        _file = file;
        _options = options.Value;
        _time = time;
        _log = new StoreLog(logger);
        _lock = StoreLock.Take(file);
        try
        {
            _readers = new StoreReaders(file, _log.OnDamagedRow);
            _session = Open();
        }
        catch (SqliteException e)
        {
            _lock.Dispose();
            throw Fault(e);
        }
        catch
        {
            _lock.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public DateTimeOffset? NewestStoredAt
    {
        get
        {
            lock (_writing)
            {
                return _session.NewestStoredAt;
            }
        }
    }

    /// <summary>How many damaged files and rows were put aside since the start.</summary>
    public long Damages => _log.Damages;

    /// <inheritdoc/>
    public CommitOutcome Commit(IReadOnlyList<PackToStore> packs) => Write(commit =>
    {
        CommittedPack[] outcome = new CommittedPack[packs.Count];
        for (int i = 0; i < packs.Count; i++)
        {
            outcome[i] = commit.Add(packs[i]);
        }

        return new CommitOutcome(outcome);
    });

    /// <inheritdoc/>
    public void RecordDropped(StationId station, string outbox, long first, long last, long readings, string reason) =>
        Write(commit =>
        {
            EventBook.EnterDropped(commit, station, outbox, first, last, readings);
            return true;
        });

    /// <inheritdoc/>
    public void RecordAnnounced(StationId station, string outbox, long last)
    {
        lock (_writing)
        {
            if (_announced.Count < StoreLimits.StationsMax)
            {
                _announced[(station, outbox)] = last;
            }
        }
    }

    /// <inheritdoc/>
    public void Flush()
    {
        lock (_writing)
        {
            if (_announced.Count > 0)
            {
                Write(_ => true);
            }
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<bool> RecordEvents(IReadOnlyList<EventToStore> events) => Write(commit =>
    {
        bool[] isNew = new bool[events.Count];
        for (int i = 0; i < events.Count; i++)
        {
            isNew[i] = EventBook.Enter(_session, commit, events[i]);
        }

        return isNew;
    });

    /// <inheritdoc/>
    public bool DropOldMonth(DateTimeOffset now)
    {
        int keepFrom = Slot.MonthOf(new DateTimeOffset(now.Year, now.Month, 1, 0, 0, 0, TimeSpan.Zero).AddMonths(-_options.RawMonths));
        bool wasOld = Write(_ =>
        {
            int oldest = _session.Months.Months.FirstOrDefault(int.MaxValue);
            bool isOld = oldest < keepFrom;
            if (isOld)
            {
                _session.Months.Drop(oldest);
                _log.OnMonthDropped(oldest);
            }

            if (keepFrom > _session.RawFromMonth)
            {
                _session.WriteRawFrom(keepFrom);
            }

            return isOld;
        });
        lock (_writing)
        {
            _session.OnRawFrom(Math.Max(keepFrom, _session.RawFromMonth));
        }

        return wasOld;
    }

    /// <inheritdoc/>
    public IReadOnlyList<Reading> Read(SeriesId series, DateTimeOffset from, DateTimeOffset to) =>
        OfSeries(series, (reader, station, number) => reader.Read(station, number, series.Name, from, to));

    /// <inheritdoc/>
    public IReadOnlyList<RollUp> ReadHourly(SeriesId series, DateTimeOffset from, DateTimeOffset to) =>
        OfSeries(series, (reader, station, number) => reader.ReadHourly(station, number, from, to));

    /// <inheritdoc/>
    public IReadOnlyList<RollUp> ReadDaily(SeriesId series, DateTimeOffset from, DateTimeOffset to) =>
        OfSeries(series, (reader, station, number) => reader.ReadDaily(station, number, from, to));

    /// <inheritdoc/>
    public IReadOnlyList<SeriesId> Series(StationId? station)
    {
        StationBook stations = Volatile.Read(ref _session).Stations;
        IEnumerable<StationState> states = station is { } id
            ? stations.Find(id) is { } one ? [one] : []
            : stations.All;
        return [.. states.SelectMany(s => s.Latest().Select(r => new SeriesId(s.Id, r.Series)))];
    }

    /// <inheritdoc/>
    public IReadOnlyList<Reading> Latest(StationId station) =>
        Volatile.Read(ref _session).Stations.Find(station)?.Latest() ?? [];

    /// <inheritdoc/>
    public IReadOnlyList<LedgerLine> Ledger(StationId? station)
    {
        Flush();
        try
        {
            using SqliteConnection connection = StoreFile.OpenReader(_file);
            return LedgerReader.Read(connection, station);
        }
        catch (SqliteException e)
        {
            throw Fault(e);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_writing)
        {
            _readers.Dispose();
            _session.Dispose();
            _lock.Dispose();
        }
    }

    private IReadOnlyList<T> OfSeries<T>(SeriesId series, Func<StoreReader, int, int, List<T>> read)
    {
        StationState? station = Volatile.Read(ref _session).Stations.Find(series.Station);
        int number = station?.FindNumber(series.Name) ?? 0;
        if (number == 0)
        {
            return [];
        }

        try
        {
            return _readers.Snapshot(reader => read(reader, station!.Number, number));
        }
        catch (SqliteException e)
        {
            throw Fault(e);
        }
    }

    /// <summary>One durable transaction. A file found damaged is healed, and the transaction is tried once more.</summary>
    private T Write<T>(Func<StoreCommit, T> work)
    {
        lock (_writing)
        {
            try
            {
                return WriteOnce(work);
            }
            catch (SqliteException e) when (StoreFile.IsDamage(e))
            {
                _session.Dispose();
                try
                {
                    Volatile.Write(ref _session, Heal(e));
                    return WriteOnce(work);
                }
                catch (SqliteException again)
                {
                    throw Fault(again);
                }
            }
            catch (SqliteException e)
            {
                throw Fault(e);
            }
        }
    }

    private T WriteOnce<T>(Func<StoreCommit, T> work)
    {
        StoreCommit commit = new(_session, _pool, _scratch);
        try
        {
            _session.Begin();
            T result = work(commit);
            EventBook.EnterAnnounced(commit, _announced);
            commit.Write();
            _session.Commit();
            commit.Publish();
            _announced.Clear();
            return result;
        }
        catch (Exception e)
        {
            Undo(commit, e);
            throw;
        }
    }

    private void Undo(StoreCommit commit, Exception cause)
    {
        try
        {
            _session.Rollback();
            commit.Undo();
        }
        catch (SqliteException e)
        {
            // What the memory knows may not be what the file holds: the file is opened anew before anything else is done.
            _log.OnUndoFailed(e, cause);
            _session.Dispose();
            Volatile.Write(ref _session, Open());
        }
    }

    private StoreSession Open()
    {
        StoreSalvage.FinishInterrupted(_file);
        try
        {
            return new StoreSession(_file, _options, _log.OnDamagedRow);
        }
        catch (SqliteException e) when (StoreFile.IsDamage(e))
        {
            return Heal(e);
        }
    }

    private StoreSession Heal(SqliteException cause)
    {
        _readers.Dispose();
        _log.OnDamagedFile(cause, _file);
        SalvageOutcome outcome = StoreSalvage.Run(_file, _options, _time.GetUtcNow());
        _log.OnSalvaged(outcome);
        return new StoreSession(_file, _options, _log.OnDamagedRow);
    }

    private StoreException Fault(SqliteException e) =>
        new($"the reading store '{_file}' failed", StoreFile.IsTransient(e), e);
}
