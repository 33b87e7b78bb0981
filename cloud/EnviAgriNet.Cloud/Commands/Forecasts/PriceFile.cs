using EnviAgriNet.Cloud.Commands.Calc;
using EnviAgriNet.Forecasting;
using EnviAgriNet.Forecasting.Series;

namespace EnviAgriNet.Cloud.Commands.Forecasts;

/// <summary>A series read from a table; what could not be read cost only its own row, and is counted.</summary>
/// <param name="Points">Date and value, ascending; null where there was no quotation.</param>
/// <param name="Regressors">The columns that may explain it.</param>
/// <param name="Counts">What became of the rows.</param>
internal sealed record PriceFile(IReadOnlyList<SeriesPoint> Points, IReadOnlyList<Regressor> Regressors, PriceFileCounts Counts)
{
    private const int RowsMax = 1_000_000;
    private const int FaultsKeptMax = 5;

    /// <summary>Reads a file, <c>.gz</c> or <c>-</c> too. Throws a <see cref="SeriesFault"/> that names the columns there are.</summary>
    public static PriceFile Read(string file, string time, string value, IReadOnlyList<string> regressors, string? where)
    {
        using Stream stream = CalcFile.Open(file);
        return Read(stream, time, value, regressors, where);
    }

    internal static PriceFile Read(Stream stream, string time, string value, IReadOnlyList<string> regressors, string? where)
    {
        using CalcTable table = new(stream);
        int timeColumn = PriceColumns.Find("--time", time, table.Header);
        int valueColumn = PriceColumns.Find("--value", value, table.Header);
        int[] others = [.. regressors.Select(r => PriceColumns.Find("--regressor", r, table.Header))];
        (int Column, string Value)[] wanted = PriceColumns.Where(where, table.Header);
        List<TableRow> rows = [];
        int filtered = 0;
        foreach (TableRow row in table.Rows())
        {
            if (wanted.Any(w => row.Cells[w.Column].Trim() != w.Value))
            {
                filtered++;
            }
            else if (rows.Count < RowsMax)
            {
                rows.Add(row);
            }
            else
            {
                throw new SeriesFault($"--csv has more than {RowsMax} rows");
            }
        }

        Rows read = new(CellDate.For(rows.Select(r => r.Cells[timeColumn])), timeColumn, valueColumn, others);
        rows.ForEach(read.Add);
        return read.End(regressors, filtered, rows.Count);
    }

    private sealed class Rows(CellDate dates, int timeColumn, int valueColumn, int[] others)
    {
        private readonly Dictionary<DateOnly, double?> _values = [];
        private readonly Dictionary<DateOnly, double?>[] _others = [.. others.Select(_ => new Dictionary<DateOnly, double?>())];
        private readonly List<string> _faults = [];
        private int _bad;
        private int _missing;
        private int _repeated;
        private int _contradicting;

        public void Add(TableRow row)
        {
            if (row.Fault is { } broken)
            {
                Refuse(row, $"{broken}");
                return;
            }

            if (!dates.TryRead(row.Cells[timeColumn], out DateOnly date, out string? fault))
            {
                Refuse(row, $"time {fault}");
                return;
            }

            for (int i = 0; i < others.Length; i++)
            {
                string cell = row.Cells[others[i]];
                if (!CellNumber.IsMissing(cell) && CellNumber.TryRead(cell, out double other, out _))
                {
                    _others[i][date] = other;
                }
            }

            Put(row, date);
        }

        public PriceFile End(IReadOnlyList<string> regressors, int filtered, int rows) => new(
            [.. _values.OrderBy(v => v.Key).Select(v => new SeriesPoint(v.Key, v.Value))],
            [.. _others.Select((values, i) => new Regressor(regressors[i], [.. values.OrderBy(v => v.Key).Select(v => new SeriesPoint(v.Key, v.Value))]))],
            new PriceFileCounts(rows, filtered, _bad, _missing, _repeated, _contradicting, _faults));

        private void Put(TableRow row, DateOnly date)
        {
            string cell = row.Cells[valueColumn];
            double? value = null;
            if (!CellNumber.IsMissing(cell))
            {
                if (!CellNumber.TryRead(cell, out double number, out string? fault) || Math.Abs(number) > ForecastLimits.ValueMax)
                {
                    Refuse(row, $"value {fault ?? FormattableString.Invariant($"is over {ForecastLimits.ValueMax:0.#E+0} in size")}");
                    return;
                }

                value = number;
            }
            else
            {
                _missing++;
            }

            if (!_values.TryGetValue(date, out double? known) || known is null)
            {
                _values[date] = value;
                return;
            }

            // The later row of a date counts: a publication corrects itself below.
            _repeated += value is null || value == known ? 1 : 0;
            _contradicting += value is not null && value != known ? 1 : 0;
            _values[date] = value ?? known;
        }

        private void Refuse(TableRow row, string fault)
        {
            _bad++;
            if (_faults.Count < FaultsKeptMax)
            {
                _faults.Add($"row {row.Line}: {fault}");
            }
        }
    }
}

/// <summary>What became of the rows of a table.</summary>
/// <param name="Rows">Rows that were meant.</param>
/// <param name="Filtered">Rows left out by <c>--where</c>.</param>
/// <param name="Bad">Rows that could not be read.</param>
/// <param name="Missing">Rows without a quotation.</param>
/// <param name="Repeated">Rows that repeat a date with the same value.</param>
/// <param name="Contradicting">Rows that repeat a date with another value; the last of a date counts.</param>
/// <param name="Faults">The first reasons, by line.</param>
internal sealed record PriceFileCounts(
    int Rows, int Filtered, int Bad, int Missing, int Repeated, int Contradicting, IReadOnlyList<string> Faults);
