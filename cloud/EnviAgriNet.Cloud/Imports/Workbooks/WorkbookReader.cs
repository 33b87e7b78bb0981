using System.Text;
using EnviAgriNet.Cloud.Imports.Files;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace EnviAgriNet.Cloud.Imports.Workbooks;

/// <summary>Reads the sheets of a workbook into memory, within limits.</summary>
internal sealed class WorkbookReader(TimeProvider time)
{
    /// <summary>Reads a workbook that the guard let pass.</summary>
    public async Task<IReadOnlyList<Sheet>> ReadAsync(SourceFile file, CancellationToken cancellationToken)
    {
        // A damaged workbook may send the reader round in circles; nobody waits for that.
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            return await Task.Run(() => Read(file, stop.Token), CancellationToken.None).WaitAsync(Limits.ReadMax, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            await stop.CancelAsync();
            throw new ImportException($"the workbook cannot be read within {Limits.ReadMax.TotalSeconds:0} seconds");
        }
    }

    private static List<Sheet> Read(SourceFile file, CancellationToken cancellationToken)
    {
        try
        {
            using MemoryStream stream = new(file.Bytes, writable: false);

            // The options themselves ask for a code page, so that code pages must be known first.
            Encoding thai = ThaiCodePage.Encoding;
            ExcelReaderConfiguration options = new() { FallbackEncoding = thai };
            using IExcelDataReader reader = file.Kind == FileKind.OldWorkbook
                ? ExcelReaderFactory.CreateBinaryReader(stream, options)
                : ExcelReaderFactory.CreateOpenXmlReader(stream, options);
            return ReadSheets(reader, cancellationToken);
        }
        catch (InvalidPasswordException)
        {
            throw new ImportException("the workbook is locked with a password: save it without one");
        }
        catch (OperationCanceledException)
        {
            throw;
        }
        catch (Exception e) when (e is not ImportException)
        {
            // The reader throws whatever a broken byte leads it to: index, cast, format and others.
            throw new ImportException($"the workbook is damaged: {e.Message}");
        }
    }

    private static List<Sheet> ReadSheets(IExcelDataReader reader, CancellationToken cancellationToken)
    {
        List<Sheet> sheets = [];
        long cells = 0;
        do
        {
            if (sheets.Count == Limits.SheetsMax)
            {
                throw new ImportException($"the workbook has more than {Limits.SheetsMax} sheets");
            }

            List<object?[]> rows = [];
            while (reader.Read())
            {
                cancellationToken.ThrowIfCancellationRequested();
                object?[] row = ReadRow(reader);
                cells += row.Length;
                rows.Add(row);
                if (rows.Count > Limits.RowsMax || cells > Limits.CellsMax)
                {
                    throw new ImportException($"sheet '{reader.Name}' has more than {Limits.RowsMax:N0} rows, or the workbook more than {Limits.CellsMax:N0} cells");
                }
            }

            sheets.Add(new Sheet(reader.Name ?? string.Empty, reader.VisibleState != "visible", rows));
        }
        while (reader.NextResult());
        return sheets;
    }

    private static object?[] ReadRow(IExcelDataReader reader)
    {
        int count = Math.Min(reader.FieldCount, Limits.ColumnsMax);
        object?[] row = new object?[count];
        int used = 0;
        for (int column = 0; column < count; column++)
        {
            row[column] = reader.GetValue(column) switch
            {
                int whole => (double)whole,
                string { Length: 0 } => null,
                object other => other,
                _ => null,
            };
            used = row[column] is null ? used : column + 1;
        }

        return used == count ? row : row[..used];
    }
}
