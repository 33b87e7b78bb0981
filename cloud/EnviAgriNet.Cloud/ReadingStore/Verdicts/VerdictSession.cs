using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.ReadingStore.Verdicts;

/// <summary>The open file of the verdicts and its statements; replaced when the file is. One thread at a time.</summary>
internal sealed class VerdictSession : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly List<Statement> _statements = [];
    private readonly BlockBuffer _row = new();
    private readonly Statement _begin;
    private readonly Statement _beginRead;
    private readonly Statement _commit;
    private readonly Statement _selectDays;
    private readonly Statement _selectDay;
    private readonly Statement _replaceDay;
    private readonly Statement _selectVerdicts;
    private readonly Statement _selectVerdict;
    private readonly Statement _selectDiffering;
    private readonly Statement _replaceVerdict;
    private readonly Statement _deleteVerdict;

    public VerdictSession(string file, bool isChecked)
    {
        _connection = VerdictFile.Open(file, isChecked);
        _begin = Prepare("BEGIN IMMEDIATE");
        _beginRead = Prepare("BEGIN");
        _commit = Prepare("COMMIT");
        _selectDays = Prepare("SELECT day, version, data FROM judged_day WHERE station = ?1 AND day BETWEEN ?2 AND ?3");
        _selectDay = Prepare("SELECT data FROM judged_day WHERE station = ?1 AND day = ?2 AND version = ?3");
        _replaceDay = Prepare("INSERT OR REPLACE INTO judged_day (station, day, version, data) VALUES (?1, ?2, ?3, ?4)");
        _selectVerdicts = Prepare("SELECT hour, series, version, data FROM verdict WHERE station = ?1 AND hour BETWEEN ?2 AND ?3");
        _selectVerdict = Prepare("SELECT data FROM verdict WHERE station = ?1 AND hour = ?2 AND series = ?3 AND version = ?4");
        _selectDiffering = Prepare("SELECT DISTINCT station, hour, series FROM verdict WHERE hour BETWEEN ?1 AND ?2");
        _replaceVerdict = Prepare("INSERT OR REPLACE INTO verdict (station, hour, series, version, data) VALUES (?1, ?2, ?3, ?4, ?5)");
        _deleteVerdict = Prepare("DELETE FROM verdict WHERE station = ?1 AND hour = ?2 AND series = ?3 AND version = ?4");
    }

    /// <summary>Runs work in one transaction that is on disk when this returns; when it throws, nothing of it happened.</summary>
    public T Transact<T>(bool isWriting, Func<T> work)
    {
        (isWriting ? _begin : _beginRead).Run();
        try
        {
            T result = work();
            _commit.Run();
            return result;
        }
        catch
        {
            if (SQLitePCL.raw.sqlite3_get_autocommit(_connection.Handle) == 0)
            {
                StoreFile.Execute(_connection, "ROLLBACK");
            }

            throw;
        }
    }

    /// <summary>The judged days of a station, every version's. A row that is damaged is told and left out.</summary>
    public void ReadDays(
        StationId station, long first, long last, Action<long, long, long[]> onDay, Action<long, long> onDamaged)
    {
        _selectDays.Bind(1, station.Value).Bind(2, first).Bind(3, last);
        while (_selectDays.Next())
        {
            long[] readings = new long[VerdictCodec.HoursPerDay];
            (long day, long version) = (_selectDays.Integer(0), _selectDays.Integer(1));
            if (VerdictCodec.TryDecodeDay(day, _selectDays.Bytes(2), readings))
            {
                onDay(day, version, readings);
            }
            else
            {
                onDamaged(day, version);
            }
        }
    }

    /// <summary>The series of all stations with any version's verdict in an hour of a span; names that cannot be read are left out.</summary>
    public List<(SeriesId Series, long Hour)> ReadDiffering(long first, long last)
    {
        List<(SeriesId, long)> found = [];
        _selectDiffering.Bind(1, first).Bind(2, last);
        while (_selectDiffering.Next())
        {
            if (StationId.TryParse(_selectDiffering.Text(0), out StationId station)
                && SeriesName.TryParse(_selectDiffering.Text(2), out SeriesName? name, out _))
            {
                found.Add((new SeriesId(station, name), _selectDiffering.Integer(1)));
            }
        }

        _selectDiffering.Reset();
        return found;
    }

    /// <summary>The verdicts of a station of those versions that are wanted in their hour.</summary>
    public void ReadVerdicts(
        StationId station,
        long first,
        long last,
        Func<long, long, bool> isWanted,
        Action<long, SeriesName, IReadOnlyList<TimedVerdict>> onVerdicts,
        Action<long, long> onDamaged)
    {
        _selectVerdicts.Bind(1, station.Value).Bind(2, first).Bind(3, last);
        while (_selectVerdicts.Next())
        {
            (long hour, long version) = (_selectVerdicts.Integer(0), _selectVerdicts.Integer(2));
            if (!isWanted(hour, version))
            {
                continue;
            }

            if (VerdictCodec.TryDecode(hour, _selectVerdicts.Bytes(3), out List<TimedVerdict> verdicts)
                && SeriesName.TryParse(_selectVerdicts.Text(1), out SeriesName? series, out _))
            {
                onVerdicts(hour, series, verdicts);
            }
            else
            {
                onDamaged(hour / VerdictCodec.HoursPerDay, version);
            }
        }
    }

    /// <summary>Enters hours of one station and day; one that was judged before by that version is replaced.</summary>
    public void WriteDay(StationId station, long day, long version, IEnumerable<JudgedHour> hours, Action<JudgedHour> onChanged)
    {
        long[] readings = new long[VerdictCodec.HoursPerDay];
        Array.Fill(readings, -1);
        _selectDay.Bind(1, station.Value).Bind(2, day).Bind(3, version);
        if (_selectDay.Next())
        {
            VerdictCodec.TryDecodeDay(day, _selectDay.Bytes(0), readings);
        }

        _selectDay.Reset();
        foreach (JudgedHour judged in hours)
        {
            long hour = Slot.HourOf(judged.From);
            readings[hour % VerdictCodec.HoursPerDay] = judged.Readings;
            bool isChanged = false;
            foreach (SeriesVerdicts series in judged.Series)
            {
                isChanged |= WriteSeries(station, hour, version, series);
            }

            if (isChanged)
            {
                onChanged(judged);
            }
        }

        VerdictCodec.EncodeDay(day, readings, _row);
        _replaceDay.Bind(1, station.Value).Bind(2, day).Bind(3, version).Bind(4, _row.Written).Run();
    }

    public bool IsWhole(long version)
    {
        using Statement select = new(_connection, "SELECT 1 FROM whole WHERE version = ?1");
        select.Bind(1, version);
        return select.Next();
    }

    public void MarkWhole(long version) => Run("INSERT OR IGNORE INTO whole (version) VALUES (?1)", version);

    public void Delete(long version)
    {
        Run("DELETE FROM whole WHERE version = ?1", version);
        Run("DELETE FROM verdict WHERE version = ?1", version);
        Run("DELETE FROM judged_day WHERE version = ?1", version);
    }

    /// <summary>Forgets what a version says of a station and day, so that it is judged again.</summary>
    public void Forget(StationId station, long day, long version)
    {
        Run("DELETE FROM whole WHERE version = ?1", version);
        foreach (string sql in (ReadOnlySpan<string>)
            ["DELETE FROM judged_day WHERE station = ?2 AND day = ?3 AND version = ?1",
             "DELETE FROM verdict WHERE station = ?2 AND hour BETWEEN ?3 * 24 AND ?3 * 24 + 23 AND version = ?1"])
        {
            using Statement delete = new(_connection, sql);
            delete.Bind(1, version).Bind(2, station.Value).Bind(3, day).Run();
        }
    }

    /// <summary>Gives up the verdicts before a day; returns how many rows went.</summary>
    public long DropBefore(long day)
    {
        Run("DELETE FROM verdict WHERE hour < ?1 * 24", day);
        long dropped = StoreFile.Scalar(_connection, "SELECT changes()");
        Run("DELETE FROM judged_day WHERE day < ?1", day);
        return dropped + StoreFile.Scalar(_connection, "SELECT changes()");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _statements.ForEach(s => s.Dispose());
        _connection.Dispose();
    }

    private bool WriteSeries(StationId station, long hour, long version, SeriesVerdicts series)
    {
        _selectVerdict.Bind(1, station.Value).Bind(2, hour).Bind(3, series.Series.Text).Bind(4, version);
        byte[] before = _selectVerdict.Next() ? _selectVerdict.Bytes(0).ToArray() : [];
        _selectVerdict.Reset();
        _row.Clear();
        if (series.Verdicts.Count > 0)
        {
            VerdictCodec.Encode(hour, series.Verdicts, _row);
        }

        if (_row.Written.SequenceEqual(before))
        {
            return false;
        }

        if (_row.Length == 0)
        {
            _deleteVerdict.Bind(1, station.Value).Bind(2, hour).Bind(3, series.Series.Text).Bind(4, version).Run();
        }
        else
        {
            _replaceVerdict.Bind(1, station.Value).Bind(2, hour).Bind(3, series.Series.Text).Bind(4, version)
                .Bind(5, _row.Written).Run();
        }

        return true;
    }

    private void Run(string sql, long value)
    {
        using Statement statement = new(_connection, sql);
        statement.Bind(1, value).Run();
    }

    private Statement Prepare(string sql)
    {
        Statement statement = new(_connection, sql);
        _statements.Add(statement);
        return statement;
    }
}
