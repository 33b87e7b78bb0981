using System.Globalization;
using EnviAgriNet.Cloud.Imports.Reports;
using EnviAgriNet.Cloud.Imports.Workbooks;
using EnviAgriNet.Cloud.Registry.Markets;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Markets;

namespace EnviAgriNet.Cloud.Imports.Forms;

/// <summary>When the harvest comes in: a sheet for each crop year, two rows for each province (shares in %, then tons), columns of months.</summary>
internal sealed class OaeCalendarForm : IWorkbookForm
{
    private const int HeadRowsMax = 10;
    private const double SumSlackTons = 10;
    private const double SumSlackShare = 0.005;

    /// <inheritdoc/>
    public string Code => "oae-calendar";

    /// <inheritdoc/>
    public ImportTopic Topic => ImportTopic.Yields;

    /// <inheritdoc/>
    public bool Fits(Sheet sheet) => Title(sheet) is not null && HeadRow(sheet) > 0;

    /// <inheritdoc/>
    public void Read(Sheet sheet, ImportRun run)
    {
        string title = Title(sheet)!;
        (string crop, string season) = CropTitle.Of(title) ?? throw new ImportException($"sheet '{sheet.Name}': the title names no crop that is known");
        int cropYear = ThaiCalendar.YearsIn(title) is [int year, ..] ? year : throw new ImportException($"sheet '{sheet.Name}': the title names no year");
        int head = HeadRow(sheet);
        List<(DateOnly Month, int Column)> months = Months(sheet, run, head, cropYear);
        int total = sheet.FindColumn(head - 1, t => t.StartsWith("รวม", StringComparison.Ordinal), months[^1].Column);
        run.Log.Correct("a Buddhist year turned into a year of our era", $"{sheet.Name}, title");
        Consistency consistency = new(run, sheet.Name);
        for (int row = head + 1; row + 1 < sheet.Rows; row++)
        {
            string name = sheet.Text(row, 0);
            if (name.Length > 0 && sheet.Text(row + 1, 0).Length == 0)
            {
                ReadProvince(sheet, run, row, name, months, total, new HarvestMonth(crop, season, null, cropYear, default, 0, run.SourceOr("oae")), consistency);
            }
        }

        consistency.Require();
    }

    private static void ReadProvince(
        Sheet sheet, ImportRun run, int row, string name, List<(DateOnly Month, int Column)> months, int total, HarvestMonth model, Consistency consistency)
    {
        CellPlace at = new(sheet.Name, row + 1, Sheet.NameOf(row, 0));
        RegionName region = RegionName.Of(name);
        if (region.IsPart)
        {
            run.Log.LeaveOut("totals of parts of the country", at.ToString());
            return;
        }

        if (region.Province is null && !region.IsCountry)
        {
            run.Log.Refuse(at.Sheet, at.Row, at.Cell, $"{ImportLog.Quote(name)} is no province");
            return;
        }

        int tons = row + 1;
        double sum = months.Sum(m => sheet.Number(tons, m.Column) ?? 0);
        if (months.Exists(m => sheet.Number(tons, m.Column) is < 0)
            || (total >= 0 && sheet.Number(tons, total) is { } said && Math.Abs(said - sum) > SumSlackTons + (said * SumSlackShare)))
        {
            consistency.Fail(tons + 1, Sheet.NameOf(tons, Math.Max(0, total)), string.Create(
                CultureInfo.InvariantCulture, $"the months make {sum:0} tons, the total says {sheet.Text(tons, total)}"));
            return;
        }

        consistency.Pass();
        if (!region.IsExact)
        {
            run.Log.Correct("a province spelt another way", $"{at} {ImportLog.Quote(name)}");
        }

        foreach ((DateOnly month, int column) in months)
        {
            if (sheet.Number(tons, column) is { } value)
            {
                run.Add(model with { Region = region.Province, Month = month, Tons = value }, new CellPlace(sheet.Name, tons + 1, Sheet.NameOf(tons, column)));
            }
        }
    }

    private static List<(DateOnly Month, int Column)> Months(Sheet sheet, ImportRun run, int head, int cropYear)
    {
        List<(DateOnly Month, int Column)> months = [];
        for (int column = 1; column < sheet.Columns; column++)
        {
            string heading = sheet.Text(head, column);
            if (!ThaiCalendar.TryMonth(heading, out int month))
            {
                continue;
            }

            DateOnly date = months.Count == 0 ? new DateOnly(ThaiCalendar.YearAfterMonth(heading) ?? cropYear, month, 1) : months[^1].Month.AddMonths(1);
            if (date.Month != month)
            {
                throw new ImportException($"sheet '{sheet.Name}', {Sheet.NameOf(head, column)}: {ImportLog.Quote(heading)} does not follow the month before it");
            }

            if (ThaiCalendar.YearAfterMonth(heading) is { } year && year != date.Year)
            {
                run.Log.Correct("a year in a heading that does not follow the month before it", $"{sheet.Name}!{Sheet.NameOf(head, column)} {ImportLog.Quote(heading)}");
            }

            months.Add((date, column));
        }

        return months;
    }

    private static string? Title(Sheet sheet) => sheet.FindText(HeadRowsMax, t => t.Contains("ช่วงการเก็บเกี่ยว", StringComparison.Ordinal));

    private static int HeadRow(Sheet sheet) =>
        Enumerable.Range(1, Math.Min(HeadRowsMax, Math.Max(0, sheet.Rows - 1))).FirstOrDefault(row => MonthColumns.Count(sheet, row) >= 4, -1);
}
