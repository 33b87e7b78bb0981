using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Protocol.Messages;

/// <summary>
/// Which calibration holds for a series of a station, as the <c>reason</c> of a <c>calibrated</c> event says it to people and programs alike:
/// <c>soil_moisture:-0.1 by tech-2 since 2026-11-20T03:00:00Z: 105.3 -61.07 9.02 of voltage/a0</c>.
/// </summary>
/// <param name="Series">The series it corrects.</param>
/// <param name="Of">The series that it is computed of; null is of its own uncorrected value.</param>
/// <param name="Coefficients">The true value as a polynomial of the other, from the constant up; empty when no calibration holds any more.</param>
/// <param name="By">Who made it, by their code at the centre.</param>
/// <param name="Since">From when it holds, to the second.</param>
public sealed record CalibrationNotice(
    SeriesName Series, SeriesName? Of, IReadOnlyList<double> Coefficients, string By, DateTimeOffset Since)
{
    /// <summary>The most characters of the text.</summary>
    public const int LengthMax = 400;

    /// <summary>The most characters of the code.</summary>
    public const int ByLengthMax = 20;

    /// <summary>The most numbers.</summary>
    public const int CoefficientsMax = 6;

    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";
    private const string ByWord = " by ";
    private const string SinceWord = " since ";
    private const string OfWord = " of ";
    private const string NumbersMark = ": ";
    private const string Nothing = "none";

    private string Numbers => Coefficients.Count == 0
        ? Nothing
        : string.Join(' ', Coefficients.Select(c => c.ToString("R", CultureInfo.InvariantCulture)));

    /// <summary>Whether a text is a code that may say who did something: 1 to 20 of a-z, 0-9 and -.</summary>
    public static bool IsCode([NotNullWhen(true)] string? text) =>
        text is { Length: > 0 and <= ByLengthMax } && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    /// <summary>The text.</summary>
    public string ToText() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Series.Text}{ByWord}{By}{SinceWord}{Since.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture)}{NumbersMark}{Numbers}{(Of is null ? string.Empty : OfWord + Of.Text)}");

    /// <summary>Reads a text; false when it is not one.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out CalibrationNotice? notice)
    {
        notice = null;
        if (text is null || text.Length > LengthMax
            || text.Split(NumbersMark) is not [var head, var body]
            || head.Split(ByWord) is not [var name, var rest]
            || rest.Split(SinceWord) is not [var by, var since]
            || !SeriesName.TryParse(name, out SeriesName? series, out _)
            || !IsCode(by)
            || !DateTimeOffset.TryParseExact(
                since, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset from))
        {
            return false;
        }

        string[] parts = body.Split(OfWord);
        SeriesName? of = null;
        if (parts.Length > 2 || (parts.Length == 2 && !SeriesName.TryParse(parts[1], out of, out _)) || ReadNumbers(parts[0]) is not { } numbers)
        {
            return false;
        }

        notice = new CalibrationNotice(series, of, numbers, by, from);
        return true;
    }

    private static double[]? ReadNumbers(string text)
    {
        if (text == Nothing)
        {
            return [];
        }

        string[] words = text.Split(' ');
        double[] numbers = [.. words.Select(w =>
            double.TryParse(w, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : double.NaN)];
        return numbers.Length is >= 2 and <= CoefficientsMax && numbers.All(double.IsFinite) ? numbers : null;
    }
}
