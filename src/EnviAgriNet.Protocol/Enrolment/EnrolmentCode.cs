using System.Security.Cryptography;
using System.Text;
using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Protocol.Enrolment;

/// <summary>
/// The one-time code with which a station's computer gets its certificate: 100 random bits, written as four groups of five letters and
/// digits that are not mistaken for each other. The code itself never travels; both sides derive a key from it and prove that they
/// have it, so that an enrolment is safe over any line, and with a clock that is wrong.
/// </summary>
public static class EnrolmentCode
{
    // Crockford's alphabet: no I, L, O and U.
    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 20;
    private const int GroupLength = 5;

    /// <summary>Makes a code.</summary>
    public static string Make()
    {
        string letters = RandomNumberGenerator.GetString(Letters, Length);
        return string.Join('-', Enumerable.Range(0, Length / GroupLength).Select(g => letters.Substring(g * GroupLength, GroupLength)));
    }

    /// <summary>
    /// The key of a code that somebody typed: small letters, spaces and hyphens do not matter, O is 0, I and L are 1. Null when it
    /// cannot be a code.
    /// </summary>
    public static byte[]? KeyOf(StationId station, string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        StringBuilder code = new();
        foreach (char c in typed.ToUpperInvariant())
        {
            char letter = c switch { 'O' => '0', 'I' or 'L' => '1', _ => c };
            if (Letters.Contains(letter, StringComparison.Ordinal))
            {
                code.Append(letter);
            }
            else if (letter != '-' && !char.IsWhiteSpace(letter))
            {
                return null;
            }
        }

        return code.Length == Length
            ? SHA256.HashData(Encoding.UTF8.GetBytes($"eag-enrolment-1\n{station}\n{code}"))
            : null;
    }
}
