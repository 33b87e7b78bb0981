using System.Globalization;
using EnviAgriNet.Cloud.Imports.Reports;
using EnviAgriNet.Cloud.Imports.Workbooks;
using EnviAgriNet.Cloud.Registry;

namespace EnviAgriNet.Cloud.Imports.Forms;

/// <summary>Monthly rain of provinces in mm: columns PROVINCE, YEAR in either era, and JAN to DEC, with a total of the year or without.</summary>
internal sealed class OaeRainForm : IWorkbookForm
{
    private const int HeadRowsMax = 10;
    private const double SumSlack = 0.5;

    /// <inheritdoc/>
    public string Code => "oae-rain";

    /// <inheritdoc/>
    public ImportTopic Topic => ImportTopic.Rain;

    /// <inheritdoc/>
    public bool Fits(Sheet sheet) => HeadRow(sheet) >= 0;

    /// <inheritdoc/>
    public void Read(Sheet sheet, ImportRun run)
    {
        int head = HeadRow(sheet);
        if (sheet.FindText(head, t => t.Contains("RAINYDAY", StringComparison.OrdinalIgnoreCase) || t.Contains("RAINY DAY", StringComparison.OrdinalIgnoreCase)
            || t.Contains("จำนวนวัน", StringComparison.Ordinal)) is { } title)
        {
            throw new ImportException($"sheet '{sheet.Name}' counts days with rain ({ImportLog.Quote(title)}), not mm");
        }

        int province = sheet.FindColumn(head, IsProvince);
        int year = sheet.FindColumn(head, IsYear);
        int total = sheet.FindColumn(head, t => t is "RT" or "TOTAL" or "รวม");
        int[] months = MonthColumns.Require(sheet, head);
        Consistency consistency = new(run, sheet.Name);
        for (int row = head + 1; row < sheet.Rows; row++)
        {
            if (sheet.Text(row, province).Length > 0)
            {
                ReadRow(sheet, run, row, province, year, total, months, consistency);
            }
        }

        consistency.Require();
    }

    private static void ReadRow(Sheet sheet, ImportRun run, int row, int province, int yearColumn, int total, int[] months, Consistency consistency)
    {
        CellPlace at = new(sheet.Name, row + 1, Sheet.NameOf(row, province));
        string name = sheet.Text(row, province);
        RegionName region = RegionName.Of(name);
        if (region.IsPart || region.IsCountry)
        {
            run.Log.LeaveOut("rain of the country, of its parts and of other places", at.ToString());
            return;
        }

        if (region.Province is not { } id || sheet.Year(row, yearColumn) is not { } year)
        {
            run.Log.Refuse(at.Sheet, at.Row, at.Cell, region.Province is null ? $"{ImportLog.Quote(name)} is no province" : "the row names no year");
            return;
        }

        double sum = months.Sum(c => sheet.Number(row, c) ?? 0);
        if (total >= 0 && sheet.Number(row, total) is { } said && Math.Abs(said - sum) > SumSlack)
        {
            consistency.Fail(row + 1, Sheet.NameOf(row, total), string.Create(CultureInfo.InvariantCulture, $"the months make {sum:0.##} mm, the total says {said:0.##}"));
            return;
        }

        consistency.Pass();
        if (!region.IsExact)
        {
            run.Log.Correct("a province spelt another way", $"{at} {ImportLog.Quote(name)}");
        }

        if (sheet.Number(row, yearColumn) != year)
        {
            run.Log.Correct("a Buddhist year turned into a year of our era", at.ToString());
        }

        for (int month = 1; month <= months.Length; month++)
        {
            Take(sheet, run, row, months[month - 1], id, new CalendarMonth(year, month));
        }
    }

    private static void Take(Sheet sheet, ImportRun run, int row, int column, Core.Geography.RegionId id, CalendarMonth month)
    {
        CellPlace at = new(sheet.Name, row + 1, Sheet.NameOf(row, column));
        if (sheet.Text(row, column) is "" or "-" or ".")
        {
            run.Log.HasNoQuote("no figure of rain", at.ToString());
        }
        else if (sheet.Number(row, column) is { } rain and >= 0 and <= Registry.Limits.MonthRainMax)
        {
            run.SourceOr("oae");
            run.Add(new RainFigure(id, month, rain), at);
        }
        else
        {
            run.Log.Refuse(at.Sheet, at.Row, at.Cell, $"{ImportLog.Quote(sheet.Text(row, column))} is no rain from 0 to {Registry.Limits.MonthRainMax} mm");
        }
    }

    private static int HeadRow(Sheet sheet)
    {
        for (int row = 0; row < Math.Min(HeadRowsMax, sheet.Rows); row++)
        {
            if (sheet.FindColumn(row, IsProvince) >= 0 && sheet.FindColumn(row, IsYear) >= 0 && MonthColumns.Count(sheet, row) >= 10)
            {
                return row;
            }
        }

        return -1;
    }

    private static bool IsProvince(string text) => text.Equals("PROVINCE", StringComparison.OrdinalIgnoreCase) || text is "จังหวัด";

    private static bool IsYear(string text) => text.Equals("YEAR", StringComparison.OrdinalIgnoreCase) || text is "ปี" or "พ.ศ.";
}
