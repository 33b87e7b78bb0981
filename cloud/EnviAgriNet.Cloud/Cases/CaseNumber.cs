using System.Security.Cryptography;

namespace EnviAgriNet.Cloud.Cases;

/// <summary>
/// The short number of a case: <c>H-</c> for help or <c>C-</c> for a complaint, five digits drawn at random and a check digit, which
/// catches every single slip and every swap of neighbours when it is read out over a bad line.
/// </summary>
internal static class CaseNumber
{
    /// <summary>Digits of a number, the check digit included.</summary>
    public const int Digits = 6;

    private const int PrefixLength = 2;

    // Damm's quasigroup of order 10.
    private static readonly string[] Damm =
        ["0317598642", "7092154863", "4206871359", "1750983426", "6123045978", "3674209581", "5869720134", "8945362017", "9438617205", "2581436790"];

    /// <summary>A number drawn at random; whoever uses it sees to it that it is new.</summary>
    public static string Draw(bool isHelp)
    {
        string digits = RandomNumberGenerator.GetInt32(100_000).ToString("D5", System.Globalization.CultureInfo.InvariantCulture);
        return $"{(isHelp ? 'H' : 'C')}-{digits}{Check(digits)}";
    }

    /// <summary>Whether a text is a number whose check digit is right.</summary>
    public static bool IsWhole(string text) =>
        text.Length == PrefixLength + Digits && text[0] is 'H' or 'C' && text.Length > PrefixLength && text[1] == '-'
        && text.AsSpan(PrefixLength).IndexOfAnyExceptInRange('0', '9') < 0
        && Check(text[PrefixLength..^1]) == text[^1];

    private static char Check(string digits)
    {
        int at = 0;
        foreach (char digit in digits)
        {
            at = Damm[at][digit - '0'] - '0';
        }

        return (char)('0' + at);
    }
}
