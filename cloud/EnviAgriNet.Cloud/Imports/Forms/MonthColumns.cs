using EnviAgriNet.Cloud.Imports.Reports;
using EnviAgriNet.Cloud.Imports.Workbooks;
using EnviAgriNet.Core.Markets;

namespace EnviAgriNet.Cloud.Imports.Forms;

/// <summary>The columns of a row of headings that are months.</summary>
internal static class MonthColumns
{
    private const int PerYear = 12;

    /// <summary>How many months a row names.</summary>
    public static int Count(Sheet sheet, int row) => Enumerable.Range(0, sheet.Columns).Count(c => ThaiCalendar.TryMonth(sheet.Text(row, c), out _));

    /// <summary>The twelve columns of January to December; throws when the headings are others or in another order.</summary>
    public static int[] Require(Sheet sheet, int row)
    {
        int[] columns = [.. Enumerable.Range(0, sheet.Columns).Where(c => ThaiCalendar.TryMonth(sheet.Text(row, c), out _))];
        int[] months = [.. columns.Select(c => ThaiCalendar.TryMonth(sheet.Text(row, c), out int month) ? month : 0)];
        return months.SequenceEqual(Enumerable.Range(1, PerYear))
            ? columns
            : throw new ImportException(
                $"sheet '{sheet.Name}', row {row + 1}: the headings are not January to December in order, but "
                + ImportLog.Quote(string.Join(' ', columns.Select(c => sheet.Text(row, c)))));
    }
}
