using System.Globalization;
using EnviAgriNet.Cloud.Imports.Texts;
using EnviAgriNet.Cloud.Imports.Workbooks;
using EnviAgriNet.Cloud.Registry.Markets;
using EnviAgriNet.Core.Markets;

namespace EnviAgriNet.Cloud.Imports.Forms;

/// <summary>
/// The index of farm prices: a row for each item, columns of months below their years. Index numbers are no prices and are kept apart; the
/// sheets of years and quarters beside it are means of the months and are left out.
/// </summary>
internal sealed class OaeIndexForm : IWorkbookForm
{
    private const int HeadRowsMax = 8;

    /// <inheritdoc/>
    public string Code => "oae-index";

    /// <inheritdoc/>
    public ImportTopic Topic => ImportTopic.Prices;

    /// <inheritdoc/>
    public bool Fits(Sheet sheet) => Title(sheet) is not null && HeadRow(sheet) > 0;

    /// <inheritdoc/>
    public void Read(Sheet sheet, ImportRun run)
    {
        int head = HeadRow(sheet);
        int baseYear = sheet.FindText(HeadRowsMax, t => t.Contains("=", StringComparison.Ordinal) && t.Contains("100", StringComparison.Ordinal)) is { } text
            && ThaiCalendar.YearsIn(text) is [int year, ..]
            ? year
            : throw new ImportException($"sheet '{sheet.Name}': no year is named whose index is 100");
        List<(DateOnly Month, int Column)> columns = Columns(sheet, head);
        run.Log.Correct("a Buddhist year turned into a year of our era", $"{sheet.Name}, headings");
        for (int row = head + 1; row < sheet.Rows; row++)
        {
            string item = sheet.Text(row, 0);
            CellPlace at = new(sheet.Name, row + 1, Sheet.NameOf(row, 0));
            if (item.Length == 0 || !columns.Exists(c => sheet.Number(row, c.Column) is not null))
            {
                run.Log.LeaveOut("a row without figures (headings and notes)", at.ToString());
                continue;
            }

            foreach ((DateOnly month, int column) in columns)
            {
                ReadCell(sheet, run, row, column, new IndexPoint(item, baseYear, month, 0, run.SourceOr("oae")));
            }
        }
    }

    private static void ReadCell(Sheet sheet, ImportRun run, int row, int column, IndexPoint point)
    {
        const double Max = 100_000;
        CellPlace at = new(sheet.Name, row + 1, Sheet.NameOf(row, column));
        Quote quote = Quote.Of(sheet.At(row, column));
        if (quote.Fault is not null || quote.Value > Max)
        {
            run.Log.Refuse(at.Sheet, at.Row, at.Cell, quote.Fault ?? string.Create(CultureInfo.InvariantCulture, $"{quote.Value} is no index number up to {Max}"));
        }
        else if (quote.Value is { } value)
        {
            run.Add(point with { Value = value }, at);
        }
        else
        {
            run.Log.HasNoQuote(quote.None!, at.ToString());
        }
    }

    private static List<(DateOnly Month, int Column)> Columns(Sheet sheet, int head)
    {
        List<(DateOnly, int)> columns = [];
        int? year = null;
        for (int column = 1; column < sheet.Columns; column++)
        {
            year = sheet.Year(head - 1, column) ?? year;
            if (!ThaiCalendar.TryMonth(sheet.Text(head, column), out int month))
            {
                continue;
            }

            DateOnly date = new(year ?? throw new ImportException($"sheet '{sheet.Name}': no year stands above {Sheet.NameOf(head, column)}"), month, 1);
            if (columns.Count > 0 && columns[^1].Item1.AddMonths(1) != date)
            {
                throw new ImportException($"sheet '{sheet.Name}', {Sheet.NameOf(head, column)}: the months are not in order");
            }

            columns.Add((date, column));
        }

        return columns;
    }

    private static string? Title(Sheet sheet) => sheet.FindText(HeadRowsMax, t => t.Contains("ดัชนีราคา", StringComparison.Ordinal));

    private static int HeadRow(Sheet sheet) =>
        Enumerable.Range(1, Math.Min(HeadRowsMax, Math.Max(0, sheet.Rows - 1))).FirstOrDefault(row => MonthColumns.Count(sheet, row) >= 6, -1);
}
