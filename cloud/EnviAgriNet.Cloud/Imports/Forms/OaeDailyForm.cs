using EnviAgriNet.Cloud.Imports.Reports;
using EnviAgriNet.Cloud.Imports.Texts;
using EnviAgriNet.Cloud.Imports.Workbooks;
using EnviAgriNet.Cloud.Registry.Markets;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Markets;

namespace EnviAgriNet.Cloud.Imports.Forms;

/// <summary>What buyers and markets paid on one day: a row for each commodity and buyer, with yesterday's price, today's and the unit.</summary>
internal sealed class OaeDailyForm : IWorkbookForm
{
    private const int HeadRowsMax = 15;
    private const double PercentSlack = 0.5;

    /// <inheritdoc/>
    public string Code => "oae-daily";

    /// <inheritdoc/>
    public ImportTopic Topic => ImportTopic.Prices;

    /// <inheritdoc/>
    public bool Fits(Sheet sheet) => HeadRow(sheet) >= 0;

    /// <inheritdoc/>
    public void Read(Sheet sheet, ImportRun run)
    {
        int head = HeadRow(sheet);
        int name = sheet.FindColumn(head, t => t.StartsWith("สินค้า", StringComparison.Ordinal) || t.StartsWith("รายการ", StringComparison.Ordinal));
        int market = sheet.FindColumn(head, t => t.StartsWith("ตลาด", StringComparison.Ordinal));
        int today = sheet.FindColumn(head, t => t.StartsWith("ราคาวันนี้", StringComparison.Ordinal));
        int before = sheet.FindColumn(head, t => t.Contains("ผ่านมา", StringComparison.Ordinal) || t.Contains("เมื่อวาน", StringComparison.Ordinal));
        int change = sheet.FindColumn(head, t => t.Contains("ผลต่าง", StringComparison.Ordinal));
        int unit = sheet.FindColumn(head, t => t.StartsWith("หน่วย", StringComparison.Ordinal));
        if (name < 0 || market < 0 || unit < 0)
        {
            throw new ImportException($"sheet '{sheet.Name}', row {head + 1}: the headings สินค้า, ตลาด, ราคาวันนี้ and หน่วย are not all there");
        }

        DateOnly date = default;
        if (sheet.FindText(head, t => ThaiCalendar.TryDate(t, out date)) is null)
        {
            throw new ImportException($"sheet '{sheet.Name}': the title names no day");
        }

        run.Log.Correct("a Buddhist year turned into a year of our era", $"{sheet.Name}, title");
        Consistency consistency = new(run, sheet.Name);
        string last = string.Empty;
        for (int row = head + 1; row < sheet.Rows; row++)
        {
            // A commodity stands once above its buyers.
            last = sheet.Text(row, name) is { Length: > 0 } own ? own : last;
            if (sheet.Text(row, market).Length == 0 && sheet.Text(row, today).Length == 0)
            {
                continue;
            }

            if (BadChange(sheet, row, before, today, change))
            {
                consistency.Fail(row + 1, Sheet.NameOf(row, change), "the change in % is not that between the two prices");
                continue;
            }

            consistency.Pass();
            ReadRow(sheet, run, row, last, sheet.Text(row, market), sheet.Text(row, unit), today, date);
        }

        consistency.Require();
    }

    private static void ReadRow(Sheet sheet, ImportRun run, int row, string name, string market, string unitText, int today, DateOnly date)
    {
        CellPlace at = new(sheet.Name, row + 1, Sheet.NameOf(row, today));
        if (PriceCell.Match(run, name, PriceKind.FarmGate, at) is not { } match)
        {
            return;
        }

        if (!PriceUnits.TryParse(unitText, out PriceUnit unit))
        {
            if (!match.Commodity.IsByWeight)
            {
                run.Log.LeaveOut("prices by the head or the piece: only prices by weight are kept", $"{at} {ImportLog.Quote(name)}");
            }
            else
            {
                run.Log.Refuse(at.Sheet, at.Row, at.Cell, $"{ImportLog.Quote(unitText)} is no unit of price by weight");
            }

            return;
        }

        RegionId? region = ProvinceText.InAddress(market);
        PriceSeries series = new(
            match.Commodity.Code, string.Join(' ', market.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), region, PriceKind.Wholesale,
            Frequency.Daily, run.SourceOr("oae"), match.Grade);
        PriceCell.Take(run, series, date, sheet.At(row, today), unit, at);
    }

    private static bool BadChange(Sheet sheet, int row, int before, int today, int change) =>
        before >= 0 && change >= 0 && sheet.Number(row, before) is { } was and > 0 && sheet.Number(row, today) is { } now and > 0
        && sheet.Number(row, change) is { } percent && Math.Abs(((now - was) / was * 100) - percent) > PercentSlack;

    private static int HeadRow(Sheet sheet)
    {
        for (int row = 0; row < Math.Min(HeadRowsMax, sheet.Rows); row++)
        {
            if (sheet.FindColumn(row, t => t.StartsWith("ราคาวันนี้", StringComparison.Ordinal)) >= 0)
            {
                return row;
            }
        }

        return -1;
    }
}
