using CsvHelper;

namespace EnviAgriNet.Cloud.Registry;

/// <summary>Reads a CSV file row by row; a bad row becomes a fault and the rest goes on.</summary>
internal static class CsvImport
{
    /// <summary>Imports a file.</summary>
    /// <param name="text">The file, UTF-8 with or without a byte order mark.</param>
    /// <param name="columns">The columns the header must have, in any order; others are let pass.</param>
    /// <param name="read">Makes an item of a row, or throws a <see cref="RowException"/>.</param>
    /// <param name="store">Stores items in one transaction and says what became of each.</param>
    public static ImportReport Run<T>(
        TextReader text, IReadOnlyList<string> columns, Func<CsvRow, T> read, Func<IReadOnlyList<T>, IReadOnlyList<RowFate>> store)
    {
        List<RowFault> faults = [];
        int[] fates = new int[Enum.GetValues<RowFate>().Length];
        List<T> batch = [];
        void Flush()
        {
            foreach (RowFate fate in batch.Count == 0 ? [] : store(batch))
            {
                fates[(int)fate]++;
            }

            batch.Clear();
        }

        foreach (T item in Items(text, columns, read, faults))
        {
            batch.Add(item);
            if (batch.Count == Limits.ImportBatchRows)
            {
                Flush();
            }
        }

        Flush();
        return new ImportReport(fates[(int)RowFate.Added], fates[(int)RowFate.Updated], fates[(int)RowFate.Unchanged], faults);
    }

    private static IEnumerable<T> Items<T>(
        TextReader text, IReadOnlyList<string> columns, Func<CsvRow, T> read, List<RowFault> faults)
    {
        CsvMalformedReason? malformed = null;
        using CsvReader reader = CsvReader.Create(text, Options(reason => malformed = reason), leaveOpen: true);
        if (!ReadHeader(reader, columns, faults))
        {
            yield break;
        }

        CsvRow row = new(reader);
        int rows = 0;
        while (TryAdvance(reader, faults))
        {
            if (++rows > Limits.ImportRowsMax)
            {
                faults.Add(new RowFault((int)reader.LineNumber, string.Empty, $"the file has more than {Limits.ImportRowsMax} rows"));
                yield break;
            }

            T item;
            try
            {
                CsvMalformedReason? broken = malformed;
                malformed = null;
                item = broken is null ? read(row) : throw new RowException(string.Empty, $"is malformed: {broken}");
            }
            catch (RowException e)
            {
                faults.Add(new RowFault((int)reader.LineNumber, e.Column, e.Message));
                continue;
            }

            yield return item;
        }
    }

    // A line break ends a row even inside quotes, so that one quotation mark too many cannot swallow the rest of the file.
    private static CsvReaderOptions Options(Action<CsvMalformedReason> onMalformed) => new()
    {
        Separator = ',',
        AllowLineBreaksInQuotes = false,
        TrackLineNumbers = true,
        MaxRecordSize = Limits.ImportLineBytesMax,
        OnMalformedRecord = record => onMalformed(record.Reason),
    };

    private static bool TryAdvance(CsvReader reader, List<RowFault> faults)
    {
        try
        {
            return reader.Read();
        }
        catch (CsvFormatException e)
        {
            faults.Add(new RowFault((int)e.LineNumber, string.Empty, $"the rest of the file cannot be read: {e.Message}"));
            return false;
        }
    }

    private static bool ReadHeader(CsvReader reader, IReadOnlyList<string> columns, List<RowFault> faults)
    {
        bool hasHeader;
        try
        {
            reader.ReadHeader();
            hasHeader = reader.Headers.Count > 0;
        }
        catch (CsvFormatException e)
        {
            faults.Add(new RowFault(1, string.Empty, e.Message));
            return false;
        }

        if (!hasHeader)
        {
            faults.Add(new RowFault(1, string.Empty, $"the file is empty; its first line names the columns {string.Join(',', columns)}"));
            return false;
        }

        faults.AddRange(columns.Where(column => !reader.TryGetFieldIndex(column, out _))
            .Select(column => new RowFault(1, column, $"is missing in the header; wanted are {string.Join(',', columns)}")));
        return faults.Count == 0;
    }
}
