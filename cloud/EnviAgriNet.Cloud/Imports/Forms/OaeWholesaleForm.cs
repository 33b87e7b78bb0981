using EnviAgriNet.Cloud.Imports.Texts;
using EnviAgriNet.Cloud.Imports.Workbooks;
using EnviAgriNet.Cloud.Registry.Markets;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Markets;

namespace EnviAgriNet.Cloud.Imports.Forms;

/// <summary>
/// Wholesale prices of rice in Bangkok: a sheet for each month with columns of days, and one of the year with columns of months. No unit is
/// stated: it is baht per ton. Old and new crop stand in two rows, the second of which repeats no name.
/// </summary>
internal sealed class OaeWholesaleForm : IWorkbookForm
{
    private const int HeadRowsMax = 6;
    private const int DaysMin = 28;
    private const string Market = "bangkok";

    private static readonly RegionId Bangkok = RegionId.Parse("10");

    /// <inheritdoc/>
    public string Code => "oae-wholesale";

    /// <inheritdoc/>
    public ImportTopic Topic => ImportTopic.Prices;

    /// <inheritdoc/>
    public bool Fits(Sheet sheet) => Title(sheet) is not null && HeadRow(sheet) >= 0;

    /// <inheritdoc/>
    public void Read(Sheet sheet, ImportRun run)
    {
        int head = HeadRow(sheet);
        string title = Title(sheet)!;
        List<(DateOnly Date, int Column)> columns = IsDays(sheet, head) ? Days(sheet, head, title) : Months(sheet, head, title);
        run.Log.Correct("a Buddhist year turned into a year of our era", $"{sheet.Name}, title");
        Frequency frequency = IsDays(sheet, head) ? Frequency.Daily : Frequency.Monthly;
        Consistency consistency = new(run, sheet.Name);
        int average = sheet.FindColumn(head, t => t.Contains("เฉลี่ย", StringComparison.Ordinal));
        string stem = string.Empty;
        for (int row = head + 1; row < sheet.Rows; row++)
        {
            string name = NameOf(sheet.Tight(row, 0), ref stem);
            CellPlace at = new(sheet.Name, row + 1, Sheet.NameOf(row, 0));
            if (!columns.Exists(c => sheet.At(row, c.Column) is not null))
            {
                run.Log.LeaveOut("a row without figures (headings and notes)", at.ToString());
                continue;
            }

            if (PriceCell.Match(run, name, PriceKind.Wholesale, at) is not { } match)
            {
                continue;
            }

            if (IsOutside(sheet, row, columns, average))
            {
                consistency.Fail(row + 1, Sheet.NameOf(row, average), "the average lies outside the prices beside it");
                continue;
            }

            consistency.Pass();
            run.Log.Correct("no unit stated, baht/ton taken as is usual for wholesale rice", at.ToString());
            PriceSeries series = new(match.Commodity.Code, Market, Bangkok, PriceKind.Wholesale, frequency, run.SourceOr("oae"), match.Grade ?? Grade(name));
            foreach ((DateOnly date, int column) in columns)
            {
                PriceCell.Take(
                    run, series, date, sheet.At(row, column), PriceUnit.BahtPerTon, new CellPlace(sheet.Name, row + 1, Sheet.NameOf(row, column)));
            }
        }

        consistency.Require();
    }

    // Old and new crop of the plain commodity are grades as well.
    private static string? Grade(string name) => name.Contains('-', StringComparison.Ordinal) ? name : null;

    private static string NameOf(string tight, ref string stem)
    {
        int dash = tight.LastIndexOf('-');
        string suffix = dash >= 0 ? tight[(dash + 1)..] : string.Empty;
        if (suffix is not ("เก่า" or "ใหม่"))
        {
            stem = tight;
            return tight;
        }

        stem = dash > 0 ? tight[..dash] : stem;
        return $"{stem}-{suffix}";
    }

    private static bool IsOutside(Sheet sheet, int row, List<(DateOnly Date, int Column)> columns, int average)
    {
        const double Slack = 0.02;
        double[] prices = [.. columns.Select(c => Quote.Of(sheet.At(row, c.Column)).Value).OfType<double>()];
        return prices.Length > 0 && sheet.Number(row, average) is { } mean and > 0
            && (mean < prices.Min() * (1 - Slack) || mean > prices.Max() * (1 + Slack));
    }

    private static bool IsDays(Sheet sheet, int head) => sheet.Number(head, 1) == 1 && sheet.Number(head, 2) == 2;

    private static List<(DateOnly Date, int Column)> Days(Sheet sheet, int head, string title)
    {
        if (!ThaiCalendar.TryMonthAndYear(title, out int year, out int month))
        {
            throw new ImportException($"sheet '{sheet.Name}': the title names no month and year");
        }

        int days = DateTime.DaysInMonth(year, month);
        List<(DateOnly, int)> columns = [];
        for (int day = 1; day <= days; day++)
        {
            // Some months end with the last working day.
            if (sheet.Number(head, day) != day)
            {
                if (day > DaysMin - 1)
                {
                    break;
                }

                throw new ImportException($"sheet '{sheet.Name}', {Sheet.NameOf(head, day)}: the days are not 1 to {days} in order");
            }

            columns.Add((new DateOnly(year, month, day), day));
        }

        return columns;
    }

    private static List<(DateOnly Date, int Column)> Months(Sheet sheet, int head, string title)
    {
        int[] months = MonthColumns.Require(sheet, head);
        int year = ThaiCalendar.YearsIn(title).FirstOrDefault();
        return year == 0
            ? throw new ImportException($"sheet '{sheet.Name}': the title names no year")
            : [.. months.Select((column, index) => (new DateOnly(year, index + 1, 1), column))];
    }

    private static string? Title(Sheet sheet) =>
        sheet.FindText(HeadRowsMax, t => t.Contains("ราคาขายส่ง", StringComparison.Ordinal) && ThaiCalendar.YearsIn(t).Count > 0);

    private static int HeadRow(Sheet sheet)
    {
        for (int row = 0; row < Math.Min(HeadRowsMax, sheet.Rows); row++)
        {
            int days = Enumerable.Range(1, 31).Count(day => sheet.Number(row, day) is >= 1 and <= 31);
            if (days >= 20 || MonthColumns.Count(sheet, row) >= 10)
            {
                return row;
            }
        }

        return -1;
    }
}
