using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using EnviAgriNet.Core.Markets;

namespace EnviAgriNet.Cloud.Commands.Forecasts;

/// <summary>
/// Reads a date of a table: ISO 8601 with or without a time, day before month as in Thailand or month first, ISO weeks, months in Thai or
/// English, years of either era. One table is read one way.
/// </summary>
/// <param name="isMonthFirst">Whether <c>03/04/2024</c> is the 4th of March.</param>
internal sealed class CellDate(bool isMonthFirst)
{
    private const int QuarterMonths = 3;

    /// <summary>How a table writes its dates: day first, unless some date has a second number over 12 and none a first one.</summary>
    public static CellDate For(IEnumerable<string> cells)
    {
        bool isFirstDay = false;
        bool isSecondDay = false;
        foreach (int[] numbers in cells.Select(Numbers).Where(n => n.Length >= 3 && n[0] < 100 && n[1] < 100))
        {
            isFirstDay |= numbers[0] > 12;
            isSecondDay |= numbers[1] > 12;
        }

        return new CellDate(isSecondDay && !isFirstDay);
    }

    /// <summary>Reads a date; false with the reason.</summary>
    public bool TryRead(string cell, out DateOnly date, [NotNullWhen(false)] out string? fault)
    {
        bool isRead = TryPlain(ThaiCalendar.ToArabic(cell).Trim(), out date);
        fault = isRead ? null : $"'{CellNumber.Cut(cell)}' is not a date from {ThaiCalendar.YearMin} to {ThaiCalendar.YearMax}";
        return isRead;
    }

    private bool TryPlain(string text, out DateOnly date)
    {
        date = default;
        string day = text.Split('T')[0];
        int clock = day.IndexOf(':', StringComparison.Ordinal);
        int blank = clock < 0 ? -1 : day.LastIndexOf(' ', clock);
        day = blank < 0 ? day : day[..blank];
        return TryWeek(text, out date) || TryMonthName(day, out date) || TryNumbers(Numbers(day), day, out date);
    }

    private static bool TryWeek(string text, out DateOnly date)
    {
        date = default;
        int at = text.IndexOf('W', StringComparison.OrdinalIgnoreCase);
        if (at < 4 || !int.TryParse(text[..4], NumberStyles.None, CultureInfo.InvariantCulture, out int published)
            || !ThaiCalendar.TryYear(published, out int year, out _)
            || !int.TryParse(text[(at + 1)..].Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out int week)
            || week < 1 || week > ISOWeek.GetWeeksInYear(year))
        {
            return false;
        }

        date = DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday));
        return true;
    }

    // The month in words, and around it a year and perhaps a day: "4 มกราคม 2560", "ม.ค.60", "Jan 4, 2017", "2017-Jan-04".
    private static bool TryMonthName(string text, out DateOnly date)
    {
        date = default;
        string letters = string.Concat(text.Where(c => !char.IsAsciiDigit(c) && c is not (',' or '/' or '-' or '_')));
        if (!ThaiCalendar.TryMonth(letters, out int month))
        {
            return false;
        }

        int[] numbers = Numbers(text);
        return numbers.Length switch
        {
            1 => TryDay(Year(numbers[0], letters), month, 1, out date),
            2 when numbers[0] > 31 => TryDay(Year(numbers[0], letters), month, numbers[1], out date),
            2 => TryDay(Year(numbers[1], letters), month, numbers[0], out date),
            _ => false,
        };
    }

    private bool TryNumbers(int[] numbers, string text, out DateOnly date)
    {
        date = default;
        switch (numbers)
        {
            case [> 9_999_999 and var whole] when text.Length == 8:
                return TryDay(Year(whole / 10_000), whole / 100 % 100, whole % 100, out date);
            case [> 99_999 and var whole] when text.Length == 6:
                return TryDay(Year(whole / 100), whole % 100, 1, out date);
            case [> 999 and var year]:
                return TryDay(Year(year), 1, 1, out date);
            case [> 999 and var year, >= 1 and <= 4 and var quarter] when text.Contains('Q', StringComparison.OrdinalIgnoreCase):
                return TryDay(Year(year), ((quarter - 1) * QuarterMonths) + 1, 1, out date);
            case [> 999 and var year, var month]:
                return TryDay(Year(year), month, 1, out date);
            case [var month, > 999 and var year]:
                return TryDay(Year(year), month, 1, out date);
            case [> 999 and var year, var month, var day, ..]:
                return TryDay(Year(year), month, day, out date);
            case [var first, var second, var year]:
                return isMonthFirst ? TryDay(Year(year), first, second, out date) : TryDay(Year(year), second, first, out date);
            default:
                return false;
        }
    }

    // A year of two digits is of this century where the table is in numbers or English, and a Buddhist one beside a Thai month.
    private static int? Year(int number, string? letters = null)
    {
        bool isThai = letters is not null && letters.Any(c => c >= 'ก');
        int whole = number is >= 0 and < 100 && !isThai ? (number < 70 ? 2_000 : 1_900) + number : number;
        return ThaiCalendar.TryYear(whole, out int year, out _) ? year : null;
    }

    private static bool TryDay(int? year, int month, int day, out DateOnly date)
    {
        date = default;
        if (year is not { } known || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(known, month))
        {
            return false;
        }

        date = new DateOnly(known, month, day);
        return true;
    }

    private static int[] Numbers(string text)
    {
        List<int> numbers = [];
        int from = -1;
        for (int i = 0; i <= text.Length; i++)
        {
            bool isDigit = i < text.Length && char.IsAsciiDigit(text[i]);
            from = isDigit && from < 0 ? i : from;
            if (!isDigit && from >= 0)
            {
                numbers.Add(int.TryParse(text.AsSpan(from, i - from), NumberStyles.None, CultureInfo.InvariantCulture, out int n) ? n : -1);
                from = -1;
            }
        }

        return [.. numbers];
    }
}
