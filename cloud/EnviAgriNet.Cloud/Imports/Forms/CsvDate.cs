using System.Globalization;
using EnviAgriNet.Cloud.Imports.Reports;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Core.Markets;

namespace EnviAgriNet.Cloud.Imports.Forms;

/// <summary>Reads the date of a row and moves it to where its frequency dates it.</summary>
internal static class CsvDate
{
    private const string Column = "date";
    private const int DaysOfWeek = 7;

    /// <summary>The date, and whether it names a month alone. A Buddhist year is turned into one of our era.</summary>
    public static (DateOnly Date, bool IsMonth) Read(CsvRow row, ImportRun run)
    {
        string text = row.Required(Column);
        string[] parts = ThaiCalendar.ToArabic(text).Split('T', ' ')[0].Split('-', '/');
        int day = 1;
        if (parts.Length is not (2 or 3) || !ThaiCalendar.TryYear(parts[0], out int year, out bool isBuddhist) || parts[0].Length != 4
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int month) || month is < 1 or > 12
            || (parts.Length == 3 && !int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out day))
            || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            throw new RowException(Column, $"{ImportLog.Quote(text)} is no date as 2026-09-30 and no month as 2026-09");
        }

        if (isBuddhist)
        {
            run.Log.Correct("a Buddhist year turned into a year of our era", $"row {row.Line}");
        }

        return (new DateOnly(year, month, day), parts.Length == 2);
    }

    /// <summary>The Monday of a week, the first day of a month, or the day.</summary>
    public static DateOnly Align(DateOnly date, Frequency frequency, CsvRow row, ImportRun run)
    {
        DateOnly aligned = frequency switch
        {
            Frequency.Monthly => new DateOnly(date.Year, date.Month, 1),
            Frequency.Weekly => date.AddDays(-(((int)date.DayOfWeek + DaysOfWeek - 1) % DaysOfWeek)),
            _ => date,
        };
        if (aligned != date)
        {
            run.Log.Correct(frequency == Frequency.Weekly ? "a week dated by its Monday" : "a price of a month dated by its first day", $"row {row.Line}");
        }

        return aligned;
    }
}
