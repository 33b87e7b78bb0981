using System.Globalization;
using EnviAgriNet.Core.Markets;

namespace EnviAgriNet.Cloud.Imports.Texts;

/// <summary>What a cell of a price table says.</summary>
/// <param name="Value">The price, above 0, or null.</param>
/// <param name="None">Why there is no price, or null.</param>
/// <param name="Fault">What is wrong with the cell, or null.</param>
/// <param name="IsText">Whether the price was a text.</param>
internal readonly record struct Quote(double? Value, string? None, string? Fault, bool IsText)
{
    /// <summary>Nobody bought.</summary>
    public const string Stopped = "buying stopped (หยุดรับซื้อ)";

    private const string SoldOut = "no produce left (ผลผลิตหมด)";
    private const string Dash = "a dash";
    private const string Blank = "empty";
    private const string Zero = "0, which means no quote";

    /// <summary>Reads a cell.</summary>
    public static Quote Of(object? cell) => cell switch
    {
        null => new Quote(null, Blank, null, false),
        double number => OfNumber(number, false),
        string text => OfText(text.Trim()),
        _ => new Quote(null, null, $"{Reports.ImportLog.Quote(cell.ToString() ?? string.Empty)} is no price", false),
    };

    private static Quote OfText(string text)
    {
        if (text.Length == 0)
        {
            return new Quote(null, Blank, null, false);
        }

        if (text.Contains("หยุดรับ", StringComparison.Ordinal) || text.Contains("งดรับซื้อ", StringComparison.Ordinal))
        {
            return new Quote(null, Stopped, null, false);
        }

        if (text.Contains("ผลผลิตหมด", StringComparison.Ordinal) || text.Contains("ไม่มีผลผลิต", StringComparison.Ordinal))
        {
            return new Quote(null, SoldOut, null, false);
        }

        if (text.All(c => c is '-' or '–' or '—' or '.' or '*' or 'ฯ') || text is "n.a." or "N/A" or "NA" or "na")
        {
            return new Quote(null, Dash, null, false);
        }

        return double.TryParse(ThaiCalendar.ToArabic(text), NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out double number)
            ? OfNumber(number, true)
            : new Quote(null, null, $"{Reports.ImportLog.Quote(text)} is no price", false);
    }

    private static Quote OfNumber(double number, bool isText) => number switch
    {
        0 => new Quote(null, Zero, null, false),
        < 0 or double.NaN or double.PositiveInfinity => new Quote(
            null, null, string.Create(CultureInfo.InvariantCulture, $"{number} is no price"), false),
        _ => new Quote(number, null, null, isText),
    };
}
