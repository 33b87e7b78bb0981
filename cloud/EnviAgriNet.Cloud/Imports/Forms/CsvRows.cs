using System.Globalization;
using EnviAgriNet.Cloud.Registry;

namespace EnviAgriNet.Cloud.Imports.Forms;

/// <summary>Reads CSV for an import: nothing is kept before the last row was read.</summary>
internal static class CsvRows
{
    /// <summary>Reads all rows; a bad one is refused and costs itself.</summary>
    public static void Run(string text, IReadOnlyList<string> columns, ImportRun run, Action<CsvRow, ImportRun> read)
    {
        using StringReader reader = new(text);
        ImportReport report = CsvImport.Run(
            reader,
            columns,
            row =>
            {
                read(row, run);
                return 0;
            },
            rows => [.. rows.Select(_ => RowFate.Unchanged)]);
        foreach (RowFault fault in report.Faults)
        {
            // A fault of the file as a whole, its headings or its end, is more than a bad row.
            if (fault.Column.Length == 0 && fault.Row <= 1)
            {
                throw new ImportException(fault.Reason);
            }

            run.Log.Refuse(string.Empty, fault.Row, fault.Column.Length > 0 ? $"column {fault.Column}" : string.Empty, fault.Reason);
        }
    }

    /// <summary>A number as such, so that only odd ones are reported as texts.</summary>
    public static object? NumberOrText(string text) =>
        text.Length == 0 ? null : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : text;

    /// <summary>A name cut to what the registry takes.</summary>
    public static string Cut(string name) => name.Length <= Registry.Limits.NameLengthMax ? name : name[..Registry.Limits.NameLengthMax];
}
