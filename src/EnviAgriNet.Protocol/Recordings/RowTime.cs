using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace EnviAgriNet.Protocol.Recordings;

/// <summary>Reads the time of a row: ISO 8601 with or without offset, the day before or after the year, or its parts one by one.</summary>
public sealed class RowTime(TimeSpan? zone)
{
    private const int YearMin = 1970;
    private const int YearMax = 2200;

    private static readonly string[] WithOffset =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mmK",
        "yyyy-MM-dd HH:mm:ss.FFFFFFF zzz", "yyyy-MM-dd HH:mm:ss 'UTC'", "yyyyMMdd'T'HHmmssK",
    ];

    private static readonly string[] WithoutOffset =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm", "yyyy-MM-dd", "yyyy-MM",
        "yyyy-MM-dd H:mm:ss", "yyyy-MM-dd H:mm",
        "yyyy/MM/dd HH:mm:ss", "yyyy/MM/dd HH:mm", "yyyy/MM/dd", "dd/MM/yyyy HH:mm:ss", "dd/MM/yyyy HH:mm", "dd/MM/yyyy",
        "d/M/yyyy H:mm:ss", "d/M/yyyy H:mm",
    ];

    /// <summary>Reads a setting such as <c>+07:00</c>, <c>Z</c> or <c>UTC</c>; null for none.</summary>
    public static bool TryParseZone(string? text, out TimeSpan? zone, [NotNullWhen(false)] out string? fault)
    {
        fault = null;
        zone = null;
        switch (text?.Trim())
        {
            case null or "":
                return true;
            case "Z" or "UTC":
                zone = TimeSpan.Zero;
                return true;
            case [('+' or '-') and var sign, .. var rest]
                when TimeSpan.TryParseExact(rest, [@"hh\:mm", "hhmm", "hh"], CultureInfo.InvariantCulture, out TimeSpan offset)
                    && offset <= TimeSpan.FromHours(14):
                zone = sign == '-' ? -offset : offset;
                return true;
            default:
                fault = $"Zone '{text}' is not an offset such as +07:00, Z or UTC, at most 14 hours";
                return false;
        }
    }

    /// <summary>Reads a time in one cell; false with the reason.</summary>
    public bool TryRead(string text, out DateTimeOffset time, [NotNullWhen(false)] out string? fault)
    {
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        CultureInfo culture = CultureInfo.InvariantCulture;
        bool hasOffset = text.EndsWith('Z') || text.EndsWith("UTC", StringComparison.Ordinal)
            || (text.Length > 16 && text.AsSpan(11).IndexOfAny('+', '-') >= 0);
        if (hasOffset && DateTimeOffset.TryParseExact(text, WithOffset, culture, Utc, out time))
        {
            return InRange(time, text, out fault);
        }

        // A day that ends at hour 24, as some networks write it, is the next day at hour 0.
        bool isDayEnd = text.Length > 12 && text[10] is ' ' or 'T' && text.AsSpan(11).StartsWith("24:00", StringComparison.Ordinal);
        string plain = isDayEnd ? string.Concat(text.AsSpan(0, 11), "00", text.AsSpan(13)) : text;
        if (!DateTime.TryParseExact(plain, WithoutOffset, culture, DateTimeStyles.None, out DateTime local))
        {
            time = default;
            fault = $"'{Cut(text)}' is not a time";
            return false;
        }

        return Place(isDayEnd ? local.AddDays(1) : local, text, out time, out fault);
    }

    /// <summary>Reads year, month, day and, as far as given, hour, minute, second from cells of their own.</summary>
    public bool TryRead(ReadOnlySpan<string> parts, out DateTimeOffset time, [NotNullWhen(false)] out string? fault)
    {
        Span<int> numbers = [0, 1, 1, 0, 0, 0];
        time = default;
        for (int i = 0; i < parts.Length; i++)
        {
            if (!decimal.TryParse(parts[i], NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number)
                || number != Math.Truncate(number) || number is < 0 or > 9999)
            {
                fault = $"'{Cut(parts[i])}' is not a whole number of a time";
                return false;
            }

            numbers[i] = (int)number;
        }

        if (numbers[0] < 1 || numbers[1] is < 1 or > 12 || numbers[2] < 1
            || numbers[2] > DateTime.DaysInMonth(numbers[0], numbers[1]) || numbers[3] > 24 || numbers[4] > 59 || numbers[5] > 59)
        {
            fault = $"'{string.Join('-', parts.ToArray())}' is not a time";
            return false;
        }

        DateTime local = new DateTime(numbers[0], numbers[1], numbers[2], 0, 0, 0, DateTimeKind.Unspecified)
            .AddHours(numbers[3]).AddMinutes(numbers[4]).AddSeconds(numbers[5]);
        return Place(local, string.Join('-', parts.ToArray()), out time, out fault);
    }

    private bool Place(DateTime local, string text, out DateTimeOffset time, [NotNullWhen(false)] out string? fault)
    {
        time = default;
        if (zone is not { } offset)
        {
            fault = $"'{Cut(text)}' carries no offset and Zone is not set";
            return false;
        }

        if (local.Year is < YearMin or > YearMax)
        {
            fault = $"the year of '{Cut(text)}' is not from {YearMin} to {YearMax}; a Buddhist year is 543 more than it is here";
            return false;
        }

        time = new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), offset).ToUniversalTime();
        return InRange(time, text, out fault);
    }

    private static bool InRange(DateTimeOffset time, string text, [NotNullWhen(false)] out string? fault)
    {
        bool isIn = time >= Limits.TakenAtMin && time.Year <= YearMax;
        fault = isIn ? null : $"'{Cut(text)}' is not from {Limits.TakenAtMin:yyyy-MM-dd} to the year {YearMax}";
        return isIn;
    }

    private static string Cut(string text) => text.Length <= 40 ? text : text[..40];
}
