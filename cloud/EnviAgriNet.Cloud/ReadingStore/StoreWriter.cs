using EnviAgriNet.Core.Geography;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.ReadingStore;

/// <summary>The one writer of the file: transactions one after the other, undone as a whole, and healing when the file is damaged.</summary>
internal sealed class StoreWriter : IDisposable
{
    private readonly string _file;
    private readonly StoreOptions _options;
    private readonly TimeProvider _time;
    private readonly StoreReaders _readers;
    private readonly StoreLog _log;
    private readonly FileStream _lock;

    // Owned by whoever holds the lock.
    private readonly Lock _writing = new();
    private readonly SeriesHourPool _pool = new();
    private readonly StoreScratch _scratch = new();
    private readonly Dictionary<(StationId Station, string Outbox), long> _announced = [];
    private StoreSession _session;
    private bool _isClosed;

    public StoreWriter(string file, StoreOptions options, TimeProvider time, StoreReaders readers, StoreLog log)
    {
        _file = file;
        _options = options;
        _time = time;
        _readers = readers;
        _log = log;
        _lock = StoreLock.Take(file);
        try
        {
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

    /// <summary>The open file; replaced when it is healed.</summary>
    public StoreSession Session => Volatile.Read(ref _session);

    /// <summary>Keeps an announcement for the next transaction.</summary>
    public void Announce(StationId station, string outbox, long last)
    {
        lock (_writing)
        {
            if (_announced.Count < StoreLimits.StationsMax)
            {
                _announced[(station, outbox)] = last;
            }
        }
    }

    /// <summary>Writes the announcements, if there are any.</summary>
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

    /// <summary>Drops the oldest month if it is before this one, and takes no readings from before it any more; whether there was one.</summary>
    public bool DropMonthBefore(int keepFrom)
    {
        lock (_writing)
        {
            int oldest = Session.Months.Months.FirstOrDefault(int.MaxValue);
            bool isOld = oldest < keepFrom;
            if (!isOld && keepFrom <= Session.RawFromMonth)
            {
                return false;
            }

            Write(_ =>
            {
                if (isOld)
                {
                    _session.Months.Drop(oldest);
                }

                _session.WriteRawFrom(Math.Max(keepFrom, _session.RawFromMonth));
                return true;
            });
            _session.OnRawFrom(Math.Max(keepFrom, _session.RawFromMonth));
            if (isOld)
            {
                _log.OnMonthDropped(oldest);
            }

            return isOld;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_writing)
        {
            _session.Dispose();
            _lock.Dispose();
        }
    }

    /// <summary>One durable transaction. A file found damaged is healed, and the transaction is tried once more.</summary>
    public T Write<T>(Func<StoreCommit, T> work)
    {
        lock (_writing)
        {
            try
            {
                OpenAgain();
                return WriteOrHeal(work);
            }
            catch (SqliteException e)
            {
                throw Fault(e);
            }
            catch (IOException e)
            {
                throw new StoreException($"the reading store '{_file}' could not be put aside", isTransient: true, e);
            }
        }
    }

    /// <summary>A failure of SQLite as one of the store.</summary>
    public StoreException Fault(SqliteException e) =>
        new($"the reading store '{_file}' failed", StoreFile.IsTransient(e), e);

    private T WriteOrHeal<T>(Func<StoreCommit, T> work)
    {
        try
        {
            return WriteOnce(work);
        }
        catch (SqliteException e) when (StoreFile.IsDamage(e))
        {
            Close();
            Volatile.Write(ref _session, Heal(e));
            _isClosed = false;
            return WriteOnce(work);
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
            Close();
        }
    }

    private void Close()
    {
        _session.Dispose();
        _isClosed = true;
    }

    /// <summary>Opens the file again when an earlier attempt to heal it got stuck, as on a full disk.</summary>
    private void OpenAgain()
    {
        if (_isClosed)
        {
            Volatile.Write(ref _session, Open());
            _isClosed = false;
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
}
