using System.Globalization;
using System.Text.RegularExpressions;

namespace EnviAgriNet.Core.Messages;

/// <summary>
/// Where a text may be cut. A grapheme stays whole, sara am and its tone mark with their consonant; a vowel written before its
/// consonant stays with it; so does a number with its separators, a telephone number, a place or house number, a mail address, a link.
/// </summary>
internal sealed class TextBreaks
{
    private const string LinkCharacters = @"[A-Za-z0-9\-._~:/?#@!$&'()*+,;=%]";

    // Vowels that Thai and Lao write before the consonant they are spoken after.
    private const string LeadingVowels = "เแโใไເແໂໃໄ";

    // Linear in the text's length whatever the text is.
    private static readonly Regex Wholes = new(
        string.Join('|', [
            $"(https?://|www\\.){LinkCharacters}+",
            @"[A-Za-z0-9._%+\-]+@[A-Za-z0-9\-]+(\.[A-Za-z0-9\-]+)+",
            $@"[A-Za-z0-9][A-Za-z0-9\-]*(\.[A-Za-z0-9\-]+)*\.[A-Za-z]{{2,}}(/{LinkCharacters}*)?",
            @"\+[0-9]{1,3}([ \-]?\(?[0-9]+\)?)+",
            @"\(?0[0-9]{1,2}\)?[ \-][0-9]{3,4}[ \-]?[0-9]{3,4}",
            @"(หมู่ที่|หมู่|เลขที่|ซอย|ถนน) ?\p{Nd}+(/\p{Nd}+)*",
            @"\b(ต|อ|จ|ม|ซ|ถ)\.[\u0E01-\u0E3A\u0E40-\u0E4E\p{Nd}/]{1,30}",
            @"[+\-−]?\p{Nd}+([.,:/\-–]\p{Nd}+)*%?",
        ]),
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    private readonly Hold[] _before;

    private TextBreaks(Hold[] before) => _before = before;

    // What a cut before a character would break, the worst last.
    private enum Hold : byte
    {
        Nothing,
        Whole,
        Grapheme,
        Surrogates,
    }

    /// <summary>Finds the breaks of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="fits">Whether a piece fits where it would have to stand whole; one that does not may be cut.</param>
    public static TextBreaks Of(string text, Fits fits)
    {
        Hold[] before = new Hold[text.Length + 1];
        foreach (ValueMatch whole in Wholes.EnumerateMatches(text))
        {
            Keep(before, whole.Index, whole.Length, fits(text.AsSpan(whole.Index, whole.Length)) ? Hold.Whole : Hold.Nothing);
        }

        foreach (int start in StringInfo.ParseCombiningCharacters(text))
        {
            int length = StringInfo.GetNextTextElementLength(text, start);
            Keep(before, start, length, Hold.Grapheme);
            if (length == 1 && start + 1 < text.Length && LeadingVowels.Contains(text[start], StringComparison.Ordinal)
                && char.IsLetter(text[start + 1]) && before[start + 1] == Hold.Nothing)
            {
                before[start + 1] = Hold.Whole;
            }
        }

        for (int i = 1; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text[i - 1], text[i]))
            {
                before[i] = Hold.Surrogates;
            }
        }

        return new TextBreaks(before);
    }

    /// <summary>The last cut after one place and not beyond another that breaks the least.</summary>
    public int LastBetween(int start, int end)
    {
        for (Hold most = Hold.Nothing; most < Hold.Surrogates; most++)
        {
            for (int cut = end; cut > start; cut--)
            {
                if (_before[cut] <= most)
                {
                    return cut;
                }
            }
        }

        return end;
    }

    private static void Keep(Hold[] before, int start, int length, Hold hold)
    {
        for (int i = start + 1; i < start + length; i++)
        {
            before[i] = hold > before[i] ? hold : before[i];
        }
    }
}

/// <summary>Whether a piece of text fits.</summary>
internal delegate bool Fits(ReadOnlySpan<char> piece);
