using EnviAgriNet.Cloud.Commands.Calc;
using EnviAgriNet.Hosting;
using EnviAgriNet.Protocol.Recordings;

namespace EnviAgriNet.Cloud.Commands.Backtest;

/// <summary>
/// Reads the values of a recording into memory and sorts them by place and time; values of one time stay in the order of the file. A
/// bad row costs only itself.
/// </summary>
/// <param name="table">What the file is said to be.</param>
/// <param name="from">Rows before it are left out.</param>
/// <param name="to">Rows from it on are left out.</param>
/// <param name="console">Where bad rows and progress are told.</param>
internal sealed class RecordedReadings(RecordedTable table, DateTimeOffset from, DateTimeOffset to, IConsole console)
{
    private readonly List<RecordedValue> _values = [];
    private readonly List<string> _places = [];
    private readonly Dictionary<string, int> _placeNumbers = [];
    private readonly RecordedCounts _counts = new();
    private Func<int, string> _cell = _ => string.Empty;
    private IReadOnlyList<string> _cells = [];

    /// <summary>What was found; valid after <see cref="Read()"/>.</summary>
    public RecordedCounts Counts => _counts;

    /// <summary>The names of the places by their numbers; one empty name when all rows are one place.</summary>
    public IReadOnlyList<string> Places => _places;

    /// <summary>Reads the file. Throws a <see cref="BacktestFault"/> when it cannot be read or its columns are others.</summary>
    public List<RecordedValue> Read()
    {
        try
        {
            using Stream stream = table.File == "-" ? CalcFile.Open(table.File) : RecordingFile.Open(table.File);
            return Read(stream);
        }
        catch (RecordingException e)
        {
            throw new BacktestFault($"--csv: {e.Message}");
        }
        catch (CalcFault e)
        {
            throw new BacktestFault($"--csv: {e.Message}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new BacktestFault($"--csv cannot be read: {e.Message}");
        }
    }

    private List<RecordedValue> Read(Stream stream)
    {
        using CalcTable rows = new(stream);
        Columns columns = Columns.Find(table.Map, table.Time, table.Filter, rows.Header, separator: null);
        int each = EachOf(rows.Header);
        _cell = i => i < _cells.Count ? _cells[i].Trim() : string.Empty;
        foreach (TableRow row in rows.Rows())
        {
            _counts.Rows++;
            _cells = row.Cells;
            Take(row, columns, each);
            if (_counts.Rows % Limits.ProgressEvery == 0)
            {
                console.Error($"{_counts.Rows} rows read");
            }
        }

        TellBadRows();

        // A stable order: what stands in the file first at a time stays first.
        return [.. _values.OrderBy(v => v.Place).ThenBy(v => v.TakenMs)];
    }

    private int EachOf(IReadOnlyList<string> header)
    {
        if (table.EachColumn is not { } wanted)
        {
            return -1;
        }

        for (int i = 0; i < header.Count; i++)
        {
            if (header[i] == wanted)
            {
                return i;
            }
        }

        throw new BacktestFault($"--each: no column '{wanted}'; the file has {Names.List(header)}");
    }

    private void Take(TableRow row, Columns columns, int each)
    {
        if (row.Fault is not null)
        {
            Fault(row.Line, "-", $"the row {row.Fault}");
            return;
        }

        if (!columns.Matches(_cell))
        {
            _counts.RowsFiltered++;
            return;
        }

        if (!columns.TryReadTime(_cell, out DateTimeOffset takenAt, out string? fault))
        {
            Fault(row.Line, table.Map.TimeColumn, fault);
            return;
        }

        if (takenAt < from || takenAt >= to)
        {
            _counts.RowsOutside++;
            return;
        }

        TakeValues(row.Line, takenAt, columns, PlaceOf(each < 0 ? string.Empty : _cell(each)));
    }

    private void TakeValues(long line, DateTimeOffset takenAt, Columns columns, int place)
    {
        bool isBad = false;
        for (short i = 0; i < table.Map.Series.Count; i++)
        {
            MappedSeries mapped = table.Map.Series[i];
            string cell = _cell(columns.Series[i]);
            if (table.Missing.IsMissing(cell))
            {
                _counts.CellsMissing++;
            }
            else if (mapped.Conversion.TryConvert(cell, out double value))
            {
                Add(new RecordedValue(takenAt.ToUnixTimeMilliseconds(), value, place, i));
            }
            else
            {
                Fault(line, mapped.Column, $"'{(cell.Length > 40 ? cell[..40] : cell)}' is not a number", isBad);
                isBad = true;
            }
        }
    }

    private void Add(in RecordedValue value)
    {
        if (_values.Count == Limits.ReadingsMax)
        {
            throw new BacktestFault($"--csv has more than {Limits.ReadingsMax} readings; choose fewer by --where, --map, --from or --to");
        }

        _values.Add(value);
    }

    private int PlaceOf(string name)
    {
        if (!_placeNumbers.TryGetValue(name, out int number))
        {
            if (_places.Count == Limits.PlacesMax)
            {
                throw new BacktestFault($"--each '{table.EachColumn}' has more than {Limits.PlacesMax} values");
            }

            number = _places.Count;
            _places.Add(name);
            _placeNumbers.Add(name, number);
        }

        return number;
    }

    private void Fault(long line, string column, string reason, bool isSameRow = false)
    {
        _counts.RowsBad += isSameRow ? 0 : 1;
        string text = $"line {line}, column '{column}': {reason}";
        _counts.FirstFault ??= text;
        if (_counts.RowsBad <= Limits.RowFaultsTold)
        {
            console.Error(text);
        }
    }

    private void TellBadRows()
    {
        if (_counts.RowsBad > Limits.RowFaultsTold)
        {
            console.Error($"{_counts.RowsBad} of {_counts.Rows} rows are bad; the first {Limits.RowFaultsTold} are named above");
        }
    }
}
