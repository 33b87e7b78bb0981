using EnviAgriNet.Cloud.Imports.Reports;
using EnviAgriNet.Cloud.Imports.Texts;
using EnviAgriNet.Cloud.Imports.Workbooks;
using EnviAgriNet.Cloud.Registry.Markets;
using EnviAgriNet.Core.Markets;

namespace EnviAgriNet.Cloud.Imports.Forms;

/// <summary>
/// Farm-gate prices of one commodity: a row for each Buddhist year, columns of months with averages between them, the commodity in the title and
/// the unit stated above. Sheets behind charts state no unit and are left out.
/// </summary>
internal sealed class OaeMonthlyForm : IWorkbookForm
{
    private const int HeadRowsMax = 15;

    /// <inheritdoc/>
    public string Code => "oae-monthly";

    /// <inheritdoc/>
    public ImportTopic Topic => ImportTopic.Prices;

    /// <inheritdoc/>
    public bool Fits(Sheet sheet) => HeadRow(sheet) >= 0 && Title(sheet) is not null && UnitText(sheet) is not null;

    /// <inheritdoc/>
    public void Read(Sheet sheet, ImportRun run)
    {
        int head = HeadRow(sheet);
        int[] months = MonthColumns.Require(sheet, head);
        string unitText = UnitText(sheet)!;
        if (!PriceUnits.TryParse(unitText, out PriceUnit unit))
        {
            throw new ImportException($"sheet '{sheet.Name}': {ImportLog.Quote(unitText)} is no unit of price by weight");
        }

        string title = Title(sheet)!;
        CommodityMatch? match = CommodityOf(title);
        if (match is null)
        {
            run.Log.Refuse(sheet.Name, 1, "A1", $"{ImportLog.Quote(title)} names none of the commodities that are known");
            return;
        }

        PriceSeries series = new(
            match.Commodity.Code, PriceSeries.WholeCountry, null, PriceKind.FarmGate, Frequency.Monthly, run.SourceOr("oae"), match.Grade);
        Consistency consistency = new(run, sheet.Name);
        for (int row = head + 1; row < sheet.Rows; row++)
        {
            ReadRow(sheet, run, series, unit, months, row, consistency);
        }

        consistency.Require();
    }

    /// <summary>The commodity of a title such as <c>มันสำปะหลัง : ราคาหัวมันสำปะหลังสดคละ รายเดือนที่เกษตรกรขายได้ …</c>.</summary>
    internal static CommodityMatch? CommodityOf(string title)
    {
        int from = title.IndexOf("ราคา", StringComparison.Ordinal) is var at and >= 0 ? at + "ราคา".Length : 0;
        int[] ends = [.. ((string[])["รายเดือน", "ที่เกษตรกร", "ทั้งประเทศ", "ปี 25"]).Select(e => title.IndexOf(e, from, StringComparison.Ordinal)).Where(e => e > from)];
        string name = title[from..(ends.Length > 0 ? ends.Min() : title.Length)];
        return CommodityTable.Match(name, PriceKind.FarmGate) ?? CommodityTable.Match(title.Split(':')[0], PriceKind.FarmGate);
    }

    private static void ReadRow(
        Sheet sheet, ImportRun run, PriceSeries series, PriceUnit unit, int[] months, int row, Consistency consistency)
    {
        string first = sheet.Text(row, 0);
        bool hasFigures = months.Any(c => sheet.Number(row, c) is not null);
        if (sheet.Year(row, 0) is not { } year)
        {
            if (first.Length > 0 && hasFigures)
            {
                run.Log.LeaveOut("a row that begins with no year (weights and notes below the table)", $"{sheet.Name}!A{row + 1} {ImportLog.Quote(first)}");
            }

            return;
        }

        if (BadAverage(sheet, row, months) is { } bad)
        {
            consistency.Fail(row + 1, Sheet.NameOf(row, bad), "the average beside the months lies outside of them");
            return;
        }

        consistency.Pass();
        run.Log.Correct("a Buddhist year turned into a year of our era", $"{sheet.Name}!A{row + 1}");
        for (int month = 1; month <= months.Length; month++)
        {
            int column = months[month - 1];
            PriceCell.Take(
                run, series, new DateOnly(year, month, 1), sheet.At(row, column), unit, new CellPlace(sheet.Name, row + 1, Sheet.NameOf(row, column)));
        }
    }

    private static int? BadAverage(Sheet sheet, int row, int[] months)
    {
        const double Slack = 0.005;
        for (int column = months[0] + 1; column <= months[^1] + 1; column++)
        {
            double[] before = [.. months.Where(m => m < column).Select(m => Quote.Of(sheet.At(row, m)).Value).OfType<double>()];
            if (!months.Contains(column) && before.Length > 0 && sheet.Number(row, column) is { } average and > 0
                && (average < before.Min() * (1 - Slack) || average > before.Max() * (1 + Slack)))
            {
                return column;
            }
        }

        return null;
    }

    private static int HeadRow(Sheet sheet)
    {
        for (int row = 0; row < Math.Min(HeadRowsMax, sheet.Rows); row++)
        {
            if (sheet.Tight(row, 0) is "ปี" or "พ.ศ." or "ปีพ.ศ." && MonthColumns.Count(sheet, row) >= 10)
            {
                return row;
            }
        }

        return -1;
    }

    private static string? Title(Sheet sheet) => sheet.FindText(HeadRowsMax, t => t.Contains("ราคา", StringComparison.Ordinal));

    private static string? UnitText(Sheet sheet) => sheet.FindText(HeadRowsMax, t => t.Contains("หน่วย", StringComparison.Ordinal));
}
