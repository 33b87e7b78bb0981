using EnviAgriNet.Core.Readings;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.ReadingStore;

/// <summary>Reads committed readings and roll-ups on a connection of its own. One thread at a time.</summary>
internal sealed class StoreReader(SqliteConnection connection, Action<string, long> onDamagedRow) : IDisposable
{
    private readonly Dictionary<int, Statement> _blocks = [];
    private List<int> _months = [];
    private readonly SeriesHourPool _pool = new();
    private readonly Statement _hourly = new(connection, "SELECT data FROM hourly WHERE key = ?1");
    private readonly Statement _begin = new(connection, "BEGIN");
    private readonly Statement _end = new(connection, "COMMIT");

    /// <summary>Runs reads that see one state.</summary>
    public T Snapshot<T>(Func<StoreReader, T> read)
    {
        _begin.Run();
        try
        {
            _months = StoreFile.Months(connection);
            return read(this);
        }
        finally
        {
            _end.Run();
        }
    }

    public List<Reading> Read(int station, int number, SeriesName series, DateTimeOffset from, DateTimeOffset to)
    {
        List<Reading> readings = [];
        Scan(station, number, from, to, (hourFrom, hour) =>
        {
            Slot slot = new(station, Slot.HourOf(hourFrom));
            for (int i = 0; i < hour.Count; i++)
            {
                Reading reading = hour.At(series, slot, i);
                if (reading.TakenAt >= from && reading.TakenAt < to)
                {
                    readings.Add(reading);
                }
            }

            return true;
        });
        return readings;
    }

    public void Scan(int station, int number, DateTimeOffset from, DateTimeOffset to, HourVisit visit)
    {
        foreach (Slot slot in Slots(station, from, to, MonthsFromTo()))
        {
            if (Load(slot) is not { } block)
            {
                continue;
            }

            bool goesOn = !block.Has(number) || visit(slot.From, block.Open(number));
            block.Release();
            if (!goesOn)
            {
                return;
            }
        }
    }

    public List<RollUp> ReadHourly(int station, int number, DateTimeOffset from, DateTimeOffset to)
    {
        List<RollUp> found = [];
        List<SeriesRollUp> row = [];
        foreach (Slot slot in Slots(station, from, to, HourlyFromTo()))
        {
            if (slot.From < from)
            {
                continue;
            }

            _hourly.Bind(1, slot.Key);
            bool isSound = !_hourly.Next() || HourlyCodec.TryDecode(slot, _hourly.Bytes(0), row);
            _hourly.Reset();
            if (!isSound)
            {
                onDamagedRow("hourly", slot.Key);
            }

            foreach (SeriesRollUp rollUp in row)
            {
                if (rollUp.Series == number)
                {
                    found.Add(rollUp.RollUp);
                }
            }

            row.Clear();
        }

        return found;
    }

    public List<RollUp> ReadDaily(int station, int number, DateTimeOffset from, DateTimeOffset to)
    {
        (DateTimeOffset first, DateTimeOffset last) = RollUp.HoursOfDays(from, to);
        return RollUp.Days(ReadHourly(station, number, first, last));
    }

    /// <summary>Shows the roll-ups of every station that has any in an hour, by number; the list is valid during the call only.</summary>
    public void ScanHour(long hour, Action<int, IReadOnlyList<SeriesRollUp>> visit)
    {
        using Statement rows = new(connection, "SELECT key, data FROM hourly WHERE key >= ?1 AND key < ?2");
        List<SeriesRollUp> row = [];
        rows.Bind(1, new Slot(0, hour).Key).Bind(2, new Slot(0, hour + 1).Key);
        while (rows.Next())
        {
            Slot slot = Slot.OfKey(rows.Integer(0));
            if (HourlyCodec.TryDecode(slot, rows.Bytes(1), row))
            {
                visit(slot.Station, row);
            }
            else
            {
                onDamagedRow("hourly", slot.Key);
            }
        }
    }

    /// <summary>How many readings each hour has, of all series.</summary>
    public List<HourCount> ReadCounts(int station, DateTimeOffset from, DateTimeOffset to)
    {
        List<HourCount> counts = [];
        List<SeriesRollUp> row = [];
        foreach (Slot slot in Slots(station, from, to, HourlyFromTo()))
        {
            _hourly.Bind(1, slot.Key);
            if (_hourly.Next() && HourlyCodec.TryDecode(slot, _hourly.Bytes(0), row) && slot.From >= from)
            {
                counts.Add(new HourCount(slot.From, row.Sum(r => r.RollUp.Total)));
            }

            _hourly.Reset();
            row.Clear();
        }

        return counts;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (Statement statement in _blocks.Values)
        {
            statement.Dispose();
        }

        _hourly.Dispose();
        _begin.Dispose();
        _end.Dispose();
        connection.Dispose();
    }

    /// <summary>The hours between two times, within the hours that can be there at all.</summary>
    private static IEnumerable<Slot> Slots(
        int station, DateTimeOffset from, DateTimeOffset to, (long First, long Last) bounds)
    {
        if (to <= from)
        {
            yield break;
        }

        long first = Math.Max(Slot.HourOf(from), bounds.First);
        long last = Math.Min(Slot.HourOf(to.AddMilliseconds(-1)), bounds.Last);
        for (long hour = first; hour <= last; hour++)
        {
            yield return new Slot(station, hour);
        }
    }

    private (long First, long Last) MonthsFromTo() => _months.Count == 0
        ? (0, -1)
        : (Slot.HourOf(MonthBegin(_months[0])), Slot.HourOf(MonthBegin(_months[^1]).AddMonths(1)) - 1);

    private (long First, long Last) HourlyFromTo()
    {
        using Statement ends = new(connection, "SELECT (SELECT min(key) FROM hourly), (SELECT max(key) FROM hourly)");
        return ends.Next() && ends.Integer(1) > 0
            ? (Slot.OfKey(ends.Integer(0)).Hour, Slot.OfKey(ends.Integer(1)).Hour)
            : (0, -1);
    }

    private static DateTimeOffset MonthBegin(int month) => new(month / 100, month % 100, 1, 0, 0, 0, TimeSpan.Zero);

    private StationHour? Load(Slot slot)
    {
        int month = slot.Month;
        if (_months.BinarySearch(month) < 0)
        {
            return null;
        }

        if (!_blocks.TryGetValue(month, out Statement? select))
        {
            select = new Statement(connection, $"SELECT data FROM {StoreFile.BlockTable(month)} WHERE key = ?1");
            _blocks.Add(month, select);
        }

        StationHour block = new(slot, _pool);
        try
        {
            if (!select.Bind(1, slot.Key).Next())
            {
                return null;
            }

            if (block.TryLoad(select.Bytes(0)))
            {
                return block;
            }
        }
        finally
        {
            select.Reset();
        }

        onDamagedRow(StoreFile.BlockTable(month), slot.Key);
        return null;
    }
}
