using System.Diagnostics.CodeAnalysis;

namespace EnviAgriNet.Cloud.Registry.Subscribers;

/// <summary>
/// A Thai mobile number in E.164 form, <c>+66</c> and nine digits that begin with 6, 8 or 9. Its text is the masked one, so that a
/// number which strays into a log or a page shows nobody's number; the whole one has to be asked for by name.
/// </summary>
internal readonly record struct PhoneNumber
{
    private const string CountryCode = "+66";
    private const int E164Length = 12;

    private readonly string? _e164;

    private PhoneNumber(string e164) => _e164 = e164;

    /// <summary>The whole number. Personal data: for the gateway and the registry's cipher only.</summary>
    public string E164 => _e164 ?? string.Empty;

    /// <summary>The number as it may be shown: <c>+66 8x xxx x678</c>.</summary>
    public string Masked => _e164 is null ? string.Empty : $"{CountryCode} {_e164[3]}x xxx x{_e164[^3..]}";

    /// <summary>Reads <c>0812345678</c>, <c>66812345678</c> or <c>+66812345678</c>, with spaces, dots, dashes and brackets or without.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out PhoneNumber number)
    {
        number = default;
        Span<char> digits = stackalloc char[E164Length + 2];
        if (text is null || !TryStrip(text, digits, out int length))
        {
            return false;
        }

        ReadOnlySpan<char> plain = digits[..length];
        string e164 = plain switch
        {
            ['+', '6', '6', ..] => plain.ToString(),
            ['0', '0', '6', '6', .. var rest] => CountryCode + rest.ToString(),
            ['6', '6', ..] when length == E164Length - 1 => "+" + plain.ToString(),
            ['0', .. var rest] => CountryCode + rest.ToString(),
            _ => string.Empty,
        };
        if (e164.Length != E164Length || e164[3] is not ('6' or '8' or '9'))
        {
            return false;
        }

        number = new PhoneNumber(e164);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => Masked;

    private static bool TryStrip(string text, Span<char> digits, out int length)
    {
        length = 0;
        foreach (char c in text)
        {
            if (c is ' ' or '-' or '.' or '(' or ')')
            {
                continue;
            }

            bool isPlus = c == '+' && length == 0;
            if ((!isPlus && !char.IsAsciiDigit(c)) || length == digits.Length)
            {
                return false;
            }

            digits[length++] = c;
        }

        return true;
    }
}
