using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace EnviAgriNet.Protocol.Cap;

/// <summary>
/// CAP's date and time: <c>2003-04-02T14:39:01-05:00</c>. No fraction of a second, no <c>Z</c>; UTC is <c>-00:00</c>.
/// </summary>
public static class CapTime
{
    private const string Shape = "dddd-dd-ddTdd:dd:ddsdd:dd";
    private const int OffsetMinutesMax = 14 * 60;

    /// <summary>Reads a time; false when the text breaks the rule, which is stricter than the schema about commas.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out DateTimeOffset time)
    {
        time = default;
        if (text is null || text.Length != Shape.Length || !HasShape(text))
        {
            return false;
        }

        int hours = Number(text, 20, 2);
        int minutes = Number(text, 23, 2);
        int offset = (hours * 60) + minutes;
        if (minutes > 59 || offset > OffsetMinutesMax || !DateTime.TryParseExact(
            text[..19], "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime local))
        {
            return false;
        }

        TimeSpan shift = TimeSpan.FromMinutes(text[19] == '-' ? -offset : offset);
        if (local.Ticks - shift.Ticks < 0 || local.Ticks - shift.Ticks > DateTime.MaxValue.Ticks)
        {
            return false;
        }

        time = new DateTimeOffset(local, shift);
        return true;
    }

    /// <summary>Writes a time with its own offset; fractions of a second are cut off.</summary>
    public static string Format(DateTimeOffset time)
    {
        char sign = time.Offset > TimeSpan.Zero ? '+' : '-';
        return string.Create(
            CultureInfo.InvariantCulture, $"{time:yyyy-MM-dd'T'HH:mm:ss}{sign}{time.Offset.Duration():hh':'mm}");
    }

    private static bool HasShape(string text)
    {
        for (int i = 0; i < Shape.Length; i++)
        {
            bool fits = Shape[i] switch
            {
                'd' => char.IsAsciiDigit(text[i]),
                's' => text[i] is '+' or '-',
                _ => text[i] == Shape[i],
            };
            if (!fits)
            {
                return false;
            }
        }

        return true;
    }

    private static int Number(string text, int at, int length) =>
        int.Parse(text.AsSpan(at, length), NumberStyles.None, CultureInfo.InvariantCulture);
}
