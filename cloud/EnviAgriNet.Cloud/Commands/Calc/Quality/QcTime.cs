using System.Globalization;
using System.Text.RegularExpressions;

namespace EnviAgriNet.Cloud.Commands.Calc.Quality;

/// <summary>Times as recordings write them: ISO 8601 and its relatives, seconds or milliseconds since 1970; UTC where nothing else is told.</summary>
internal static partial class QcTime
{
    private const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal | DateTimeStyles.AllowWhiteSpaces;
    private const double MillisecondsFrom = 1e11;

    // Ten digits that would be an hour of the Middle Ages are seconds since 1970.
    private const int CompactYearMin = 1900;

    private static readonly string[] Compact =
    [
        "yyyyMMdd", "yyyyMMddHH", "yyyyMMddHHmm", "yyyyMMddHHmmss", "yyyyMMdd'T'HHmm", "yyyyMMdd'T'HHmmss", "yyyyMMdd'T'HHmmK",
        "yyyyMMdd'T'HHmmssK", "yyyyMMdd HHmm",
    ];

    // A day above 12 tells itself from a month; with one up to 12 the month comes first, as pandas reads it.
    private static readonly string[] DayFirst =
        ["d/M/yyyy", "d/M/yyyy H:mm", "d/M/yyyy H:mm:ss", "d-M-yyyy", "d-M-yyyy H:mm", "d-M-yyyy H:mm:ss", "d.M.yyyy H:mm", "d.M.yyyy"];

    /// <summary>Milliseconds since 1970; null for what is no time.</summary>
    public static long? Ms(string text)
    {
        string cut = Fraction().Replace(text.Trim(), "${kept}");
        if (DateTimeOffset.TryParseExact(cut, Compact, CultureInfo.InvariantCulture, Utc, out DateTimeOffset time)
            && time.Year >= CompactYearMin)
        {
            return time.ToUnixTimeMilliseconds();
        }

        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds))
        {
            double ms = Math.Abs(seconds) >= MillisecondsFrom ? seconds : seconds * 1000;
            return Math.Abs(ms) < 1e14 ? (long)Math.Round(ms) : null;
        }

        return DateTimeOffset.TryParse(cut, CultureInfo.InvariantCulture, Utc, out time)
            || DateTimeOffset.TryParseExact(cut, DayFirst, CultureInfo.InvariantCulture, Utc, out time)
            ? time.ToUnixTimeMilliseconds()
            : null;
    }

    [GeneratedRegex(@"(?<kept>\.\d{7})\d+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Fraction();
}
