using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace EnviAgriNet.Core.Markets;

/// <summary>Reads months, years and dates as Thai publications write them.</summary>
public static class ThaiCalendar
{
    /// <summary>How many years the Buddhist era is ahead.</summary>
    public const int BuddhistEra = 543;

    /// <summary>The first year of our era that is taken for a year of publications.</summary>
    public const int YearMin = 1900;

    /// <summary>The last year of our era that is taken for a year of publications.</summary>
    public const int YearMax = 2200;

    private static readonly string[] Full =
    [
        "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน",
        "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
    ];

    private static readonly string[] Short = ["มค", "กพ", "มีค", "เมย", "พค", "มิย", "กค", "สค", "กย", "ตค", "พย", "ธค"];

    private static readonly string[] English = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>The full Thai name of a month, 1 to 12.</summary>
    public static string MonthName(int month) => Full[month - 1];

    /// <summary>
    /// Reads a month: full, abbreviated with or without dots (<c>ม.ค.</c>, <c>มค.</c>), English of three letters or more, with marks and
    /// blanks around it. Digits after it, as the year in <c>ม.ค.33</c>, are let pass. False for anything else.
    /// </summary>
    public static bool TryMonth(string? text, out int month)
    {
        string plain = Letters(text).TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        month = Array.IndexOf(Full, plain) + 1;
        month = month > 0 ? month : Array.IndexOf(Short, plain) + 1;
        if (month == 0 && plain.Length is >= 3 and <= 9 && char.IsAsciiLetter(plain[0]))
        {
            month = Array.FindIndex(English, m => MonthFullEnglish(Array.IndexOf(English, m)).StartsWith(plain, StringComparison.Ordinal)) + 1;
            month = plain == "arp" ? 4 : month;
        }

        return month > 0;
    }

    /// <summary>The year after a month, as <c>33</c> in <c>ม.ค.33</c>, or null.</summary>
    public static int? YearAfterMonth(string? text)
    {
        string plain = Letters(text);
        string digits = plain[plain.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9').Length..];
        return digits.Length is 2 or 4 && int.TryParse(digits, CultureInfo.InvariantCulture, out int year) && TryYear(year, out int ad, out _)
            ? ad
            : null;
    }

    /// <summary>
    /// Reads a year: of four digits in either era, or the last two digits of a Buddhist year from 2500. False for what is no year from
    /// <see cref="YearMin"/> to <see cref="YearMax"/>.
    /// </summary>
    /// <param name="number">The year as published.</param>
    /// <param name="year">The year of our era.</param>
    /// <param name="isBuddhist">Whether it was published in the Buddhist era.</param>
    public static bool TryYear(double number, out int year, out bool isBuddhist)
    {
        year = 0;
        isBuddhist = false;
        if (number != Math.Floor(number) || number is < 0 or > YearMax + BuddhistEra)
        {
            return false;
        }

        int whole = (int)number;
        whole = whole is > 0 and < 100 ? whole + 2_500 : whole;
        isBuddhist = whole > YearMax;
        year = isBuddhist ? whole - BuddhistEra : whole;
        return year is >= YearMin and <= YearMax;
    }

    /// <summary>Reads a year from digits alone.</summary>
    public static bool TryYear([NotNullWhen(true)] string? text, out int year, out bool isBuddhist)
    {
        year = 0;
        isBuddhist = false;
        return int.TryParse(ToArabic(text).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            && TryYear(number, out year, out isBuddhist);
    }

    /// <summary>Reads a date in words: <c>สรุปประจำวันที่ 4 มกราคม 2560</c>.</summary>
    public static bool TryDate(string? text, out DateOnly date)
    {
        date = default;
        string[] words = ToArabic(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        for (int i = 1; i + 1 < words.Length; i++)
        {
            if (TryMonth(words[i], out int month) && TryYear(words[i + 1], out int year, out _)
                && int.TryParse(words[i - 1], NumberStyles.None, CultureInfo.InvariantCulture, out int day)
                && day >= 1 && day <= DateTime.DaysInMonth(year, month))
            {
                date = new DateOnly(year, month, day);
                return true;
            }
        }

        return false;
    }

    /// <summary>Finds a month and a year of four digits in a title: <c>ประจำเดือนมีนาคม พ.ศ.2560</c>.</summary>
    public static bool TryMonthAndYear(string? text, out int year, out int month)
    {
        string plain = ToArabic(text);
        (int at, month) = Enumerable.Range(0, Full.Length)
            .Select(i => (At: plain.IndexOf(Full[i], StringComparison.Ordinal), Month: i + 1)).Where(m => m.At >= 0).DefaultIfEmpty((-1, 0)).Min();
        year = at >= 0 && YearsIn(plain[at..]) is [int first, ..] ? first : 0;
        return year > 0;
    }

    /// <summary>The years of four digits that a title names, of our era, in the order of the text.</summary>
    public static IReadOnlyList<int> YearsIn(string? text)
    {
        List<int> years = [];
        string plain = ToArabic(text) + " ";
        int from = -1;
        for (int i = 0; i < plain.Length; i++)
        {
            bool isDigit = char.IsAsciiDigit(plain[i]);
            from = isDigit && from < 0 ? i : from;
            if (!isDigit && from >= 0)
            {
                if (i - from == 4 && TryYear(plain[from..i], out int year, out _))
                {
                    years.Add(year);
                }

                from = -1;
            }
        }

        return years;
    }

    /// <summary>Thai digits as Arabic ones; everything else as it is.</summary>
    public static string ToArabic(string? text) =>
        string.Concat((text ?? string.Empty).Select(c => c is >= '๐' and <= '๙' ? (char)('0' + (c - '๐')) : c));

    private static string Letters(string? text) => string.Concat(ToArabic(text).Where(c => c is not ('.' or '*' or ',' or '-' or '/') && !char.IsWhiteSpace(c)))
        .ToLower(CultureInfo.InvariantCulture);

    private static string MonthFullEnglish(int index) =>
        CultureInfo.InvariantCulture.DateTimeFormat.MonthNames[index].ToLower(CultureInfo.InvariantCulture);
}
