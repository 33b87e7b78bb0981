using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace EnviAgriNet.Cloud.Inbox.Keywords;

/// <summary>
/// Brings what people type into one spelling. The program runs without the system's tables of Unicode, so the few foldings that Thai
/// and English phones need are done here: wide and styled letters, Thai digits, invisible marks, marks in another order.
/// </summary>
internal static partial class TextFold
{
    private const char SaraAm = '\u0E33';
    private const char Nikhahit = '\u0E4D';
    private const char Again = '\u0E46';
    private const char SaraAa = '\u0E32';
    private const string LatinFrom = "àáâãäåāçèéêëēìíîïīñòóôõöōùúûüūýÿ";
    private const string LatinTo = "aaaaaaaceeeeeiiiiinoooooouuuuuyy";

    /// <summary>The text in small letters and plain digits, with one space where anything separates words.</summary>
    public static string Fold(string text)
    {
        StringBuilder folded = new(Math.Min(text.Length, Limits.TextUnitsReadMax));
        int read = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (++read > Limits.TextUnitsReadMax)
            {
                break;
            }

            if (Letter(rune) is { } c && !(c == ' ' && (folded.Length == 0 || folded[^1] == ' ')))
            {
                folded.Append(c);
            }
        }

        return Pm25().Replace(Composed(folded).TrimEnd(), "pm25");
    }

    /// <summary>
    /// A folded text as it is compared: without tone marks and silencers, which are forgotten or doubled most, and without letters that
    /// are repeated for stress. A Thai consonant may stand twice, since the next word may begin with what the last one ended with.
    /// Digits stay as they are.
    /// </summary>
    public static string Skeleton(string folded)
    {
        StringBuilder bare = new(folded.Length);
        foreach (char c in folded)
        {
            bool isMark = c is >= '\u0E47' and <= '\u0E4E';
            if (isMark || IsRepeat(bare, c))
            {
                continue;
            }

            bare.Append(c);
        }

        return Stressed().Replace(bare.ToString(), "${letter}");
    }

    private static bool IsRepeat(StringBuilder bare, char c) =>
        bare.Length > 0 && bare[^1] == c && !char.IsAsciiDigit(c) && !IsConsonant(c);

    private static bool IsConsonant(char c) => c is >= '\u0E01' and <= '\u0E2E';

    /// <summary>Whether it is a letter or mark of Thai.</summary>
    public static bool IsThai(char c) => c is >= '\u0E01' and <= '\u0E4E';

    // Null is dropped, a space separates words; letters of other scripts stay, so that nothing is found in them.
    private static char? Letter(Rune rune)
    {
        int value = rune.Value;
        if (value is >= 0xFF01 and <= 0xFF5E)
        {
            value -= 0xFEE0;
        }
        else if (value is >= 0x1D400 and <= 0x1D6A3)
        {
            value = 'a' + ((value - 0x1D400) % 26);
        }

        if (value > char.MaxValue || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark
            && !IsThai((char)value))
        {
            return value > char.MaxValue ? ' ' : null;
        }

        char c = char.ToLowerInvariant((char)value);
        int latin = LatinFrom.IndexOf(c, StringComparison.Ordinal);
        return c switch
        {
            _ when latin >= 0 => LatinTo[latin],
            >= '\u0E50' and <= '\u0E59' => (char)('0' + c - '\u0E50'),
            '.' or ',' or '-' or '/' or '?' => c,
            Again => null,
            _ when IsThai(c) || char.IsLetterOrDigit(c) => c,
            _ => ' ',
        };
    }

    // Sara am is also typed as its two halves, with the tone mark before, between or after them; sara ae as two sara e.
    private static string Composed(StringBuilder folded)
    {
        StringBuilder composed = new(folded.Length);
        for (int i = 0; i < folded.Length; i++)
        {
            char c = folded[i];
            if (c == SaraAa && Halves(composed) is { } at)
            {
                composed.Remove(at, 1).Append(SaraAm);
            }
            else if (c == '\u0E40' && composed.Length > 0 && composed[^1] == '\u0E40')
            {
                composed[^1] = '\u0E41';
            }
            else
            {
                composed.Append(c);
            }
        }

        return composed.ToString();
    }

    private static int? Halves(StringBuilder composed)
    {
        for (int at = composed.Length - 1; at >= Math.Max(0, composed.Length - 2); at--)
        {
            if (composed[at] == Nikhahit)
            {
                return at;
            }
        }

        return null;
    }

    [GeneratedRegex(@"(?<letter>[\u0E01-\u0E2E])\k<letter>{2,}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Stressed();

    [GeneratedRegex(@"\bpm\s?2\s?[.,\-]?\s?5(?![0-9])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pm25();
}
