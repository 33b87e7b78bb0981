using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.ReadingStore.Verdicts;

/// <summary>
/// The verdicts of quality versions, each under the key of its version, in a SQLite file of their own. They can be made again from the readings, so a damaged file is
/// put aside and begun anew, and a damaged row is forgotten; <see cref="Losses"/> tells that there is something to make again.
/// Safe for use by several threads; several processes may have the file open.
/// </summary>
internal sealed partial class VerdictBook : IDisposable
{
    private readonly string _file;
    private readonly bool _mayHeal;
    private readonly TimeProvider _time;
    private readonly ILogger<VerdictBook> _logger;
    private readonly Lock _guard = new();
    private VerdictSession? _session;
    private long _losses;

    /// <summary>The book in a file, opened when it is first used.</summary>
    /// <param name="file">The file; made when it is not there.</param>
    /// <param name="mayHeal">Whether a damaged file is put aside: only by the one process that runs the cloud.</param>
    /// <param name="time">Dates a file that is put aside.</param>
    /// <param name="logger">Where damage is told.</param>
    public VerdictBook(string file, bool mayHeal, TimeProvider time, ILogger<VerdictBook> logger)
    {
        _file = file;
        _mayHeal = mayHeal;
        _time = time;
        _logger = logger;
    }

    /// <summary>How often verdicts were lost with a damaged file or row since the start.</summary>
    public long Losses => Interlocked.Read(ref _losses);

    /// <summary>What holds of a station's hours from (included) to (excluded), of the versions that may be seen.</summary>
    /// <param name="station">The station.</param>
    /// <param name="from">Included.</param>
    /// <param name="to">Excluded.</param>
    /// <param name="numberOf">The number of the version whose verdicts are kept under a key; 0 when it may not be seen.</param>
    public StationVerdicts Read(StationId station, DateTimeOffset from, DateTimeOffset to, Func<long, long> numberOf)
    {
        if (to <= from)
        {
            return StationVerdicts.None;
        }

        long first = Slot.HourOf(from);
        long last = Slot.HourOf(to.AddMilliseconds(-1));
        List<(long Day, long Key)> damaged = [];
        StationVerdicts found = Try(session => session.Transact(isWriting: false, () =>
        {
            Dictionary<long, long> versions = [];
            session.ReadDays(station, first / VerdictCodec.HoursPerDay, last / VerdictCodec.HoursPerDay, Enter, Note);
            Dictionary<(long, SeriesName), IReadOnlyList<TimedVerdict>> verdicts = [];
            if (versions.Count > 0)
            {
                session.ReadVerdicts(
                    station, first, last, (hour, key) => versions.GetValueOrDefault(hour) is > 0 and long number && number == numberOf(key),
                    (hour, series, list) => verdicts[(hour, series)] = list, Note);
            }

            return versions.Count == 0 ? StationVerdicts.None : new StationVerdicts(versions, verdicts);

            void Enter(long day, long key, long[] readings)
            {
                long version = numberOf(key);
                for (int i = 0; i < readings.Length && version > 0; i++)
                {
                    long hour = (day * VerdictCodec.HoursPerDay) + i;
                    if (readings[i] >= 0 && hour >= first && hour <= last && version > versions.GetValueOrDefault(hour))
                    {
                        versions[hour] = version;
                    }
                }
            }
        }));
        if (damaged.Count == 0)
        {
            return found;
        }

        Forget(station, damaged);
        return Read(station, from, to, numberOf);

        void Note(long day, long key) => damaged.Add((day, key));
    }

    /// <summary>The series and hours from (included) to (excluded) of which any version says other than the station did.</summary>
    public IReadOnlyList<(SeriesId Series, DateTimeOffset Hour)> ReadDiffering(DateTimeOffset from, DateTimeOffset to) => Try(session => session.Transact(
        isWriting: false,
        () => session.ReadDiffering(Slot.HourOf(from), Slot.HourOf(to.AddMilliseconds(-1))).ConvertAll(d => (d.Series, new Slot(0, d.Hour).From))));

    /// <summary>How many readings a version judged in each hour of a station from (included) to (excluded).</summary>
    public IReadOnlyDictionary<DateTimeOffset, long> ReadCounts(
        long key, StationId station, DateTimeOffset from, DateTimeOffset to)
    {
        Dictionary<DateTimeOffset, long> counts = [];
        Try(session => session.Transact(isWriting: false, () =>
        {
            counts.Clear();
            session.ReadDays(
                station, Slot.HourOf(from) / VerdictCodec.HoursPerDay, Slot.HourOf(to) / VerdictCodec.HoursPerDay, Enter, (_, _) => { });
            return true;
        }));
        return counts;

        void Enter(long day, long of, long[] readings)
        {
            for (int i = 0; i < readings.Length && of == key; i++)
            {
                DateTimeOffset hour = new Slot(0, (day * VerdictCodec.HoursPerDay) + i).From;
                if (readings[i] >= 0 && hour >= from && hour < to)
                {
                    counts[hour] = readings[i];
                }
            }
        }
    }

    /// <summary>Enters what a version says of hours, in one durable transaction; returns the hours whose verdicts are others than before.</summary>
    public IReadOnlyList<JudgedHour> Write(long key, IReadOnlyList<JudgedHour> hours)
    {
        List<JudgedHour> changed = [];
        Try(session => session.Transact(isWriting: true, () =>
        {
            changed.Clear();
            foreach (IGrouping<(StationId Station, long Day), JudgedHour> day in hours
                .GroupBy(h => (h.Station, Slot.HourOf(h.From) / VerdictCodec.HoursPerDay)))
            {
                session.WriteDay(day.Key.Station, day.Key.Day, key, day, changed.Add);
            }

            return true;
        }));
        return changed;
    }

    /// <summary>Whether everything that a version is to judge was judged and is still there.</summary>
    public bool IsWhole(long key) => Try(session => session.IsWhole(key));

    /// <summary>Says that a version is whole.</summary>
    public void MarkWhole(long key) => Change(session => session.MarkWhole(key));

    /// <summary>Gives up all that a version says.</summary>
    public void Delete(long key) => Change(session => session.Delete(key));

    /// <summary>Gives up the verdicts on readings that are no longer kept; returns how many rows went.</summary>
    public long DropBefore(DateTimeOffset time) => Try(session => session.Transact(
        isWriting: true, () => session.DropBefore(Slot.HourOf(time) / VerdictCodec.HoursPerDay)));

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_guard)
        {
            _session?.Dispose();
            _session = null;
        }
    }

    private void Forget(StationId station, List<(long Day, long Key)> damaged)
    {
        LogDamagedRows(damaged.Count, station);
        Change(session => damaged.ForEach(d => session.Forget(station, d.Day, d.Key)));
        Interlocked.Increment(ref _losses);
    }

    private void Change(Action<VerdictSession> change) => Try(session => session.Transact(isWriting: true, () =>
    {
        change(session);
        return true;
    }));

    private T Try<T>(Func<VerdictSession, T> work)
    {
        lock (_guard)
        {
            try
            {
                return work(_session ??= new VerdictSession(_file, isChecked: _mayHeal));
            }
            catch (SqliteException e) when (_mayHeal && StoreFile.IsDamage(e))
            {
                Heal(e);
                return work(_session!);
            }
            catch (SqliteException e)
            {
                throw new StoreException($"the quality book '{_file}' failed: {e.Message}", StoreFile.IsTransient(e), e);
            }
        }
    }

    private void Heal(SqliteException cause)
    {
        _session?.Dispose();
        _session = null;
        string aside = VerdictFile.PutAside(_file, _time.GetUtcNow());
        Interlocked.Increment(ref _losses);
        LogDamagedFile(cause, _file, aside);
        _session = new VerdictSession(_file, isChecked: false);
    }

    [LoggerMessage(4110, LogLevel.Error, "The quality book '{File}' is damaged, is kept as '{AsideFile}' and begun anew; its verdicts are made again")]
    private partial void LogDamagedFile(Exception cause, string file, string asideFile);

    [LoggerMessage(4111, LogLevel.Error, "{Rows} damaged rows of verdicts on station {Station} are given up; its hours are judged again")]
    private partial void LogDamagedRows(int rows, StationId station);
}
