using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using EnviAgriNet.Core.Markets;

namespace EnviAgriNet.Cloud.Commands.Forecasts;

/// <summary>Reads a number of a table: a decimal point, commas between thousands, Thai digits; a comma is never a decimal comma.</summary>
internal static class CellNumber
{
    private const int GroupDigits = 3;

    private static readonly string[] NoQuote =
        ["", "-", "--", "–", ".", "..", "...", "na", "n/a", "n.a.", "nan", "null", "none", "nil", "#n/a", "?", "x", "หยุดรับซื้อ", "ไม่มีข้อมูล", "ไม่มี"];

    /// <summary>Whether the cell says that there is no quotation.</summary>
    public static bool IsMissing(string cell) => NoQuote.Contains(cell.Trim().ToLowerInvariant());

    /// <summary>Reads a number; false with the reason.</summary>
    public static bool TryRead(string cell, out double value, [NotNullWhen(false)] out string? fault)
    {
        value = 0;
        string text = ThaiCalendar.ToArabic(cell).Trim().TrimStart('฿', '$').Trim();
        if (text.Contains(',', StringComparison.Ordinal) && !IsGrouped(text))
        {
            fault = $"'{Cut(cell)}' has a comma that does not stand between thousands; decimals are written with a point";
            return false;
        }

        bool isNumber = double.TryParse(
            text.Replace(",", string.Empty, StringComparison.Ordinal),
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out value);
        fault = isNumber && double.IsFinite(value) ? null : $"'{Cut(cell)}' is not a number";
        return fault is null;
    }

    /// <summary>A foreign text cut to what an error repeats.</summary>
    public static string Cut(string text) =>
        text.Length <= Registry.Limits.QuotedLengthMax ? text : text[..Registry.Limits.QuotedLengthMax] + "…";

    private static bool IsGrouped(string text)
    {
        string whole = text.Split('.')[0].TrimStart('-', '+');
        string[] groups = whole.Split(',');
        return groups[0].Length is >= 1 and <= GroupDigits && groups.Skip(1).All(g => g.Length == GroupDigits)
            && !text[whole.Length..].TrimStart('-', '+').Contains(',')
            && groups.All(g => g.All(char.IsAsciiDigit));
    }
}
