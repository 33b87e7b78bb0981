using CsvHelper;

namespace EnviAgriNet.Cloud.Commands.Calc;

/// <summary>
/// A table of text with a header, read row by row: comma, semicolon or tab between cells, with a byte order mark or without. A
/// line break ends a row even inside quotes, so that one quotation mark too many costs its own row and not the rest of the file.
/// </summary>
internal sealed class CalcTable : IDisposable
{
    private const int RowBytesMax = 1024 * 1024;

    private readonly CsvReader _csv;
    private string? _malformed;

    /// <summary>Opens a table and reads its header; the caller keeps the stream. Throws a <see cref="CalcFault"/> without a header.</summary>
    public CalcTable(Stream stream)
    {
        _csv = CsvReader.Create(stream, Options(), leaveOpen: true);
        try
        {
            _csv.ReadHeader();
        }
        catch (Exception e) when (e is CsvFormatException or InvalidDataException)
        {
            _csv.Dispose();
            throw new CalcFault("csv", $"has no header that can be read: {e.Message}");
        }

        Header = [.. _csv.Headers.Select(h => h.Trim())];
        if (Header.Count == 0)
        {
            _csv.Dispose();
            throw new CalcFault("csv", "is empty: its first line names the columns");
        }
    }

    /// <summary>The names of the columns.</summary>
    public IReadOnlyList<string> Header { get; }

    /// <summary>The rows from first to last; once only.</summary>
    public IEnumerable<TableRow> Rows()
    {
        while (TryRead(out TableRow? row))
        {
            if (row is { } found)
            {
                yield return found;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _csv.Dispose();

    private bool TryRead(out TableRow? row)
    {
        row = null;
        try
        {
            if (!_csv.Read())
            {
                return false;
            }
        }
        catch (Exception e) when (e is CsvFormatException or InvalidDataException)
        {
            throw new CalcFault("csv", $"cannot be read any further than line {_csv.LineNumber}: {e.Message}");
        }

        if (Header.Count > 1 && _csv.FieldCount == 1 && _csv.GetString(0).Length == 0)
        {
            // An empty line is no row.
            return true;
        }

        string[] cells = new string[Header.Count];
        for (int i = 0; i < cells.Length; i++)
        {
            cells[i] = i < _csv.FieldCount ? _csv.GetString(i) : string.Empty;
        }

        string? fault = _malformed ?? (_csv.FieldCount != cells.Length
            ? $"has {_csv.FieldCount} cells, the header has {cells.Length}"
            : null);
        _malformed = null;
        row = new TableRow(cells, fault, _csv.LineNumber);
        return true;
    }

    private CsvReaderOptions Options() => new()
    {
        AllowLineBreaksInQuotes = false,
        TrackLineNumbers = true,
        MaxRecordSize = RowBytesMax,
        OnMalformedRecord = record => _malformed = $"is malformed: {record.Reason}",
    };
}

/// <summary>One row of a table.</summary>
/// <param name="Cells">Its cells as they stand, as many as the header has.</param>
/// <param name="Fault">Why it cannot be used, or null.</param>
/// <param name="Line">Its line in the file, the header being the first.</param>
internal sealed record TableRow(IReadOnlyList<string> Cells, string? Fault, long Line);
