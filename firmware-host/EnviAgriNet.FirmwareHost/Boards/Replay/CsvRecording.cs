using CsvHelper;
using EnviAgriNet.Protocol.Recordings;

namespace EnviAgriNet.FirmwareHost.Boards.Replay;

/// <summary>
/// Reads a table of text with a header: comma, semicolon or tab between cells, quotes or none, with a byte-order mark or without.
/// A bad row costs only itself.
/// </summary>
internal sealed partial class CsvRecording(ReplayPlan plan, ILogger logger)
{
    private readonly List<ReplaySample> _samples = [];
    private readonly RecordingCounts _counts = new();
    private Func<int, string> _cell = _ => string.Empty;

    /// <summary>What was found; valid after <see cref="Read"/>.</summary>
    public RecordingCounts Counts => _counts;

    /// <summary>Reads all samples, in the order of the file. Throws a <see cref="BoardException"/> when nothing can be used.</summary>
    public List<ReplaySample> Read(Stream stream)
    {
        using CsvReader csv = CsvReader.Create(stream, Options(), leaveOpen: true);
        Columns columns = Find([.. Header(csv).Select(n => n.Trim())], csv.Separator);
        _cell = csv.GetString;
        while (ReadRow(csv))
        {
            _counts.Rows++;
            TakeRow(csv, columns);
        }

        return _samples;
    }

    private Columns Find(IReadOnlyList<string> names, char separator)
    {
        try
        {
            return Columns.Find(plan.Map, plan.Time, plan.Filter, names, separator);
        }
        catch (RecordingException e)
        {
            throw new BoardException($"Replay: {e.Message}", e);
        }
    }

    private static IReadOnlyList<string> Header(CsvReader csv)
    {
        try
        {
            csv.ReadHeader();
        }
        catch (CsvFormatException e)
        {
            throw new BoardException($"Replay: the header of File cannot be read: {e.Message}", e);
        }

        return csv.Headers.Count > 0 ? csv.Headers : throw new BoardException("Replay: File is empty: there is no header");
    }

    private CsvReaderOptions Options() => new()
    {
        // A recording's cells have no line breaks, so a quote left open costs its own row and not the rest of the file.
        AllowLineBreaksInQuotes = false,
        TrimWhitespace = true,
        TrimInsideQuotes = true,
        TrackLineNumbers = true,
        MaxRecordSize = Limits.RowBytesMax,
        MalformedData = CsvMalformedDataHandling.Skip,
        OnMalformedRecord = record =>
        {
            _counts.Rows++;
            Fault(record.LineNumber, "-", $"the quotes are wrong ({record.Reason})");
        },
    };

    private bool ReadRow(CsvReader csv)
    {
        try
        {
            return csv.Read();
        }
        catch (Exception e) when (e is CsvFormatException or InvalidDataException)
        {
            Fault(csv.LineNumber, "-", $"the file cannot be read any further: {e.Message}");
            return false;
        }
    }

    private void TakeRow(CsvReader csv, Columns columns)
    {
        long row = csv.LineNumber;
        if (csv.FieldCount < columns.CountMin)
        {
            Fault(row, "-", $"the row has {csv.FieldCount} cells, the columns in use need {columns.CountMin}");
            return;
        }

        if (!columns.Matches(_cell))
        {
            _counts.RowsFiltered++;
            return;
        }

        if (!columns.TryReadTime(_cell, out DateTimeOffset takenAt, out string? fault))
        {
            Fault(row, plan.Map.TimeColumn, fault);
            return;
        }

        if (takenAt < plan.Start || takenAt >= plan.End)
        {
            _counts.RowsOutside++;
            return;
        }

        bool isBad = false;
        for (short i = 0; i < plan.Map.Series.Count; i++)
        {
            MappedSeries mapped = plan.Map.Series[i];
            string cell = csv.GetString(columns.Series[i]);
            if (plan.Missing.IsMissing(cell))
            {
                _counts.CellsMissing++;
            }
            else if (mapped.Conversion.TryConvert(cell, out double value))
            {
                Add(new ReplaySample(takenAt.ToUnixTimeMilliseconds(), value, _samples.Count, i));
            }
            else
            {
                Fault(row, mapped.Column, $"'{(cell.Length > 40 ? cell[..40] : cell)}' is not a number", isBad);
                isBad = true;
            }
        }
    }

    private void Add(in ReplaySample sample)
    {
        if (_samples.Count == plan.SamplesMax)
        {
            throw new BoardException(
                $"Replay: File has more than {plan.SamplesMax} samples; choose fewer by Where, Map, Board:Start or Board:End");
        }

        _samples.Add(sample);
    }

    private void Fault(long row, string column, string reason, bool sameRow = false)
    {
        _counts.RowsBad += sameRow ? 0 : 1;
        _counts.FirstFault ??= $"row {row}, column '{column}': {reason}";
        if (_counts.RowsBad <= Limits.RowFaultsLogged)
        {
            LogRowFault(row, column, reason);
        }
    }

    [LoggerMessage(EventId = 2060, Level = LogLevel.Warning, Message = "Row {Row}, column '{Column}': {Reason}")]
    private partial void LogRowFault(long row, string column, string reason);
}
