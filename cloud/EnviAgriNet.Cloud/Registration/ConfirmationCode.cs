using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EnviAgriNet.Cloud.Registry.Subscribers;

namespace EnviAgriNet.Cloud.Registration;

/// <summary>The six digits that prove that an address is the sender's own. Only their keyed hash is stored.</summary>
internal static class ConfirmationCode
{
    private const int Digits = 6;
    private const int Values = 1_000_000;

    /// <summary>A new code.</summary>
    public static string New() => RandomNumberGenerator.GetInt32(Values).ToString("D6", CultureInfo.InvariantCulture);

    /// <summary>What is stored of a code. It is bound to the question that it answers, so that it cannot be moved to another.</summary>
    public static byte[] Hash(ReadOnlySpan<byte> key, string question, string code) =>
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"code\n{question}\n{code}"));

    /// <summary>The digits of what a person typed, Thai digits, blanks and dashes included; null when they are not six.</summary>
    public static string? Read(string? text)
    {
        if (text is null || text.Length > 4 * Digits)
        {
            return null;
        }

        string digits = string.Concat(AddressForm.AsciiDigits(text).Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '.')));
        return digits.Length == Digits && digits.All(char.IsAsciiDigit) ? digits : null;
    }
}
