using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;
using EnviAgriNet.Protocol.Messages;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.ReadingStore;

/// <summary>
/// The reading store in one SQLite file. Commits are serialised; reads run beside them on connections of their own. A damaged file
/// is put aside, what can be read of it is carried over, and the store goes on.
/// </summary>
internal sealed class SqliteReadingStore : IReadingStore, IReadingCounts, IHourScan, IStationLedger, IStationEvents
{
    private readonly string _file;
    private readonly StoreOptions _options;
    private readonly StoreLog _log;
    private readonly StoreReaders _readers;
    private readonly StoreWriter _writer;

    /// <summary>
    /// Opens the file, or makes it. Throws <see cref="StoreException"/> when another process has it open, when it was written by a newer
    /// version, or when the disk does not let it be opened.
    /// </summary>
    public SqliteReadingStore(string file, IOptions<StoreOptions> options, TimeProvider time, ILogger<SqliteReadingStore> logger)
    {
        _file = file;
        _options = options.Value;
        _log = new StoreLog(logger);
        _readers = new StoreReaders(file, _log.OnDamagedRow);
        _writer = new StoreWriter(file, _options, time, _readers, _log);
    }

    /// <inheritdoc/>
    public DateTimeOffset? NewestStoredAt => _writer.Session.NewestStoredAt;

    /// <summary>How many damaged files and rows were put aside since the start.</summary>
    public long Damages => _log.Damages;

    /// <inheritdoc/>
    public CommitOutcome Commit(IReadOnlyList<PackToStore> packs) => _writer.Write(commit =>
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
        _writer.Write(commit =>
        {
            EventBook.EnterDropped(commit, station, outbox, first, last, readings);
            return true;
        });

    /// <inheritdoc/>
    public void RecordAnnounced(StationId station, string outbox, long last) => _writer.Announce(station, outbox, last);

    /// <inheritdoc/>
    public void Flush() => _writer.Flush();

    /// <inheritdoc/>
    public IReadOnlyList<bool> RecordEvents(IReadOnlyList<EventToStore> events) => _writer.Write(commit =>
    {
        bool[] isNew = new bool[events.Count];
        for (int i = 0; i < events.Count; i++)
        {
            isNew[i] = EventBook.Enter(_writer.Session, commit, events[i]);
        }

        return isNew;
    });

    /// <inheritdoc/>
    public bool DropOldMonth(DateTimeOffset now)
    {
        int keepFrom = Slot.MonthOf(new DateTimeOffset(now.Year, now.Month, 1, 0, 0, 0, TimeSpan.Zero).AddMonths(-_options.RawMonths));
        return _writer.DropMonthBefore(keepFrom);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Reading> Read(SeriesId series, DateTimeOffset from, DateTimeOffset to) =>
        OfSeries(series, (reader, station, number) => reader.Read(station, number, series.Name, from, to));

    /// <inheritdoc/>
    public void Scan(SeriesId series, DateTimeOffset from, DateTimeOffset to, HourVisit visit) =>
        OfSeries<bool>(series, (reader, station, number) =>
        {
            reader.Scan(station, number, from, to, visit);
            return [];
        });

    /// <inheritdoc/>
    public IReadOnlyList<RollUp> ReadHourly(SeriesId series, DateTimeOffset from, DateTimeOffset to) =>
        OfSeries(series, (reader, station, number) => reader.ReadHourly(station, number, from, to));

    /// <inheritdoc/>
    public IReadOnlyList<RollUp> ReadDaily(SeriesId series, DateTimeOffset from, DateTimeOffset to) =>
        OfSeries(series, (reader, station, number) => reader.ReadDaily(station, number, from, to));

    /// <inheritdoc/>
    public void ScanHours(
        DateTimeOffset from, DateTimeOffset to, Func<SeriesName, bool> isWanted, Action<StationId, SeriesName, RollUp> visit)
    {
        Dictionary<int, (StationId Id, SeriesName?[] Names)> wanted = _writer.Session.Stations.All.ToDictionary(
            state => state.Number,
            state => (state.Id, Array.ConvertAll(state.Names(), name => name is not null && isWanted(name) ? name : null)));
        try
        {
            _readers.Snapshot(reader =>
            {
                for (long hour = Slot.HourOf(from); new Slot(0, hour).From < to; hour++)
                {
                    reader.ScanHour(hour, Show);
                }

                return true;
            });
        }
        catch (SqliteException e)
        {
            throw _writer.Fault(e);
        }

        void Show(int number, IReadOnlyList<SeriesRollUp> rollUps)
        {
            if (!wanted.TryGetValue(number, out (StationId Id, SeriesName?[] Names) station))
            {
                return;
            }

            foreach ((int series, RollUp rollUp) in rollUps)
            {
                if (series <= station.Names.Length && station.Names[series - 1] is { } name)
                {
                    visit(station.Id, name, rollUp);
                }
            }
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<HourCount> ReadCounts(StationId station, DateTimeOffset from, DateTimeOffset to) =>
        OfStation(station, (reader, state) => reader.ReadCounts(state.Number, from, to));

    /// <inheritdoc/>
    public IReadOnlyList<SeriesId> Series(StationId? station)
    {
        SeriesBook stations = _writer.Session.Stations;
        IEnumerable<StationState> states = station is { } id
            ? stations.Find(id) is { } one ? [one] : []
            : stations.All;
        return [.. states.SelectMany(s => s.Latest().Select(r => new SeriesId(s.Id, r.Series)))];
    }

    /// <inheritdoc/>
    public IReadOnlyList<Reading> Latest(StationId station) =>
        _writer.Session.Stations.Find(station)?.Latest() ?? [];

    /// <inheritdoc/>
    public IReadOnlyList<LedgerLine> Ledger(StationId? station)
    {
        Flush();
        return Open(connection => LedgerReader.Read(connection, station));
    }

    /// <inheritdoc/>
    public long NewestEvent => Open(EventReader.Newest);

    /// <inheritdoc/>
    public IReadOnlyList<StoredEvent> EventsAfter(long number, int most) =>
        Open(connection => EventReader.After(connection, number, most));

    /// <inheritdoc/>
    public IReadOnlyList<LoggedEvent> EventsOf(StationId station, long before, int most) =>
        Open(connection => EventReader.Of(connection, station, before, most));

    /// <inheritdoc/>
    public IReadOnlyList<CalibrationNotice> CalibrationsOf(StationId station) => Open(connection => CalibrationBook.Of(connection, station));

    /// <inheritdoc/>
    public void Dispose()
    {
        _readers.Dispose();
        _writer.Dispose();
    }

    private T Open<T>(Func<SqliteConnection, T> read)
    {
        try
        {
            using SqliteConnection connection = StoreFile.OpenReader(_file);
            return read(connection);
        }
        catch (SqliteException e)
        {
            throw _writer.Fault(e);
        }
    }

    private IReadOnlyList<T> OfSeries<T>(SeriesId series, Func<StoreReader, int, int, List<T>> read) =>
        OfStation(series.Station, (reader, station) => station.FindNumber(series.Name) is > 0 and int number
            ? read(reader, station.Number, number)
            : []);

    private IReadOnlyList<T> OfStation<T>(StationId station, Func<StoreReader, StationState, List<T>> read)
    {
        if (_writer.Session.Stations.Find(station) is not { } found)
        {
            return [];
        }

        try
        {
            return _readers.Snapshot(reader => read(reader, found));
        }
        catch (SqliteException e)
        {
            throw _writer.Fault(e);
        }
    }
}
