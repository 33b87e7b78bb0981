using System.Globalization;
using EnviAgriNet.Cloud.Imports.Reports;
using EnviAgriNet.Cloud.Imports.Texts;
using EnviAgriNet.Cloud.Imports.Workbooks;
using EnviAgriNet.Cloud.Registry.Markets;
using EnviAgriNet.Core.Markets;

namespace EnviAgriNet.Cloud.Imports.Forms;

/// <summary>
/// Farm-gate prices of all commodities in the weeks of one month, for the country and its parts. The sheet states no units: those in which the
/// commodity is always quoted are taken, and said so. Week n is dated by the n-th Monday of the month.
/// </summary>
internal sealed class OaeWeeklyForm : IWorkbookForm
{
    private const string Week = "สัปดาห์ที่";
    private const int HeadRowsMax = 10;
    private const double AverageSlack = 0.01;

    // Longer names first: the north-east holds the north.
    private static readonly (string Text, string Market)[] Areas =
    [
        ("ทั้งประเทศ", PriceSeries.WholeCountry), ("ตะวันออกเฉียงเหนือ", "northeast"), ("ตะวันออก", "east"), ("ตะวันตก", "west"), ("เหนือ", "north"),
        ("กลาง", "central"), ("ใต้", "south"),
    ];

    /// <inheritdoc/>
    public string Code => "oae-weekly";

    /// <inheritdoc/>
    public ImportTopic Topic => ImportTopic.Prices;

    /// <inheritdoc/>
    public bool Fits(Sheet sheet) => HeadRow(sheet) > 0;

    /// <inheritdoc/>
    public void Read(Sheet sheet, ImportRun run)
    {
        int head = HeadRow(sheet);
        string title = sheet.FindText(head, t => ThaiCalendar.TryMonthAndYear(t, out _, out _))
            ?? throw new ImportException($"sheet '{sheet.Name}': the title names no month and year");
        ThaiCalendar.TryMonthAndYear(title, out int year, out int month);
        run.Log.Correct("a Buddhist year turned into a year of our era", $"{sheet.Name}!A1");
        DateOnly[] mondays = [.. Enumerable.Range(1, DateTime.DaysInMonth(year, month)).Select(d => new DateOnly(year, month, d))
            .Where(d => d.DayOfWeek == DayOfWeek.Monday)];
        List<Block> blocks = Blocks(sheet, head);
        Consistency consistency = new(run, sheet.Name);
        for (int row = head + 1; row < sheet.Rows; row++)
        {
            ReadRow(sheet, run, blocks, mondays, row, consistency);
        }

        consistency.Require();
    }

    private static void ReadRow(
        Sheet sheet, ImportRun run, List<Block> blocks, DateOnly[] mondays, int row, Consistency consistency)
    {
        string name = sheet.Text(row, 0);
        CellPlace at = new(sheet.Name, row + 1, Sheet.NameOf(row, 0));
        if (name.Length == 0 || name[0] == '*' || !blocks.Any(b => b.Weeks.Any(w => sheet.Number(row, w.Column) is not null)))
        {
            run.Log.LeaveOut("a row without figures (headings and notes)", at.ToString());
            return;
        }

        if (PriceCell.Match(run, name, PriceKind.FarmGate, at) is not { } match)
        {
            return;
        }

        if (!match.Commodity.IsByWeight)
        {
            run.Log.LeaveOut("prices by the head or the piece: only prices by weight are kept", $"{at} {ImportLog.Quote(name)}");
            return;
        }

        if (BadAverage(sheet, row, blocks) is { } bad)
        {
            consistency.Fail(row + 1, Sheet.NameOf(row, bad), "the average is not that of the weeks beside it");
            return;
        }

        consistency.Pass();
        PriceUnit unit = match.Commodity.Shown;
        run.Log.Correct($"no unit stated, {unit.Text(false)} taken as is usual for the commodity", at.ToString());
        foreach (Block block in blocks)
        {
            PriceSeries series = new(match.Commodity.Code, block.Market, null, PriceKind.FarmGate, Frequency.Weekly, run.SourceOr("oae"), match.Grade);
            foreach ((int number, int column) in block.Weeks)
            {
                CellPlace cell = new(sheet.Name, row + 1, Sheet.NameOf(row, column));
                if (number <= mondays.Length)
                {
                    PriceCell.Take(run, series, mondays[number - 1], sheet.At(row, column), unit, cell);
                }
                else if (Quote.Of(sheet.At(row, column)).Value is not null)
                {
                    run.Log.Refuse(cell.Sheet, cell.Row, cell.Cell, $"the month has {mondays.Length} Mondays, and no week {number}");
                }
            }
        }
    }

    private static int? BadAverage(Sheet sheet, int row, List<Block> blocks)
    {
        foreach (Block block in blocks.Where(b => b.Average >= 0))
        {
            double[] weeks = [.. block.Weeks.Select(w => Quote.Of(sheet.At(row, w.Column)).Value).OfType<double>()];
            if (sheet.Number(row, block.Average) is { } average and > 0
                && (weeks.Length == 0 || Math.Abs(weeks.Average() - average) > AverageSlack * average))
            {
                return block.Average;
            }
        }

        return null;
    }

    private static int HeadRow(Sheet sheet)
    {
        for (int row = 1; row < Math.Min(HeadRowsMax, sheet.Rows); row++)
        {
            if (sheet.FindColumn(row, t => t.StartsWith(Week, StringComparison.Ordinal)) >= 0)
            {
                return row;
            }
        }

        return -1;
    }

    private static List<Block> Blocks(Sheet sheet, int head)
    {
        List<Block> blocks = [];
        for (int column = 1; column < sheet.Columns; column++)
        {
            string area = sheet.Tight(head - 1, column);
            if (area.Length > 0)
            {
                string market = Areas.FirstOrDefault(a => area.Contains(a.Text, StringComparison.Ordinal)).Market
                    ?? throw new ImportException($"sheet '{sheet.Name}', {Sheet.NameOf(head - 1, column)}: {ImportLog.Quote(area)} is no part of the country");
                blocks.Add(new Block(market, []));
            }

            string heading = sheet.Tight(head, column);
            if (heading.StartsWith(Week, StringComparison.Ordinal))
            {
                Block block = blocks.Count > 0 ? blocks[^1] : throw new ImportException($"sheet '{sheet.Name}': no area stands above {Sheet.NameOf(head, column)}");
                if (!int.TryParse(ThaiCalendar.ToArabic(heading[Week.Length..]), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
                    || number != block.Weeks.Count + 1)
                {
                    throw new ImportException($"sheet '{sheet.Name}', {Sheet.NameOf(head, column)}: the weeks are not in order");
                }

                block.Weeks.Add((number, column));
            }
            else if (heading.StartsWith("เฉลี่ย", StringComparison.Ordinal) && blocks.Count > 0)
            {
                blocks[^1].Average = column;
            }
        }

        return blocks;
    }

    private sealed record Block(string Market, List<(int Number, int Column)> Weeks)
    {
        public int Average { get; set; } = -1;
    }
}
