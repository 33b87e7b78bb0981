using System.Globalization;
using System.Text.RegularExpressions;
using EnviAgriNet.Core.Messages;

namespace EnviAgriNet.Cloud.Inbox.Keywords;

/// <summary>
/// Reads what a person wants from an SMS. Pure, never throws, and finds one intent at most. The order is that of what a mistake costs:
/// to be left alone, help, an answer to our question, then everything else.
/// </summary>
internal static partial class KeywordParser
{
    private const int WordsTriedMax = 10;
    private const int FuzzyWordsMax = 3;
    private const int ContainedLengthMin = 4;

    /// <summary>Reads a text.</summary>
    /// <param name="text">Whatever came.</param>
    /// <param name="isStop">Whether a text, as it came, asks to be left alone.</param>
    public static Request Parse(string text, Func<string, bool> isStop)
    {
        string folded = TextFold.Fold(text);
        string? language = LanguageOf(folded);
        if (isStop(text) || isStop(folded))
        {
            return new Request(Intent.Stop, language);
        }

        if (Score().Match(folded) is { Success: true } score)
        {
            return new Request(Intent.Rating, language, Score: score.Groups["score"].Value[0] - '0');
        }

        IReadOnlyList<string> words = Words.Of(folded);
        if (CaseNumber().Match(folded) is { Success: true } number && words.Count <= FuzzyWordsMax + 1)
        {
            return new Request(Intent.CaseState, language, NumberOf(number));
        }

        IReadOnlyList<string> skeletons = [.. words.Select(TextFold.Skeleton)];
        if (Distress.IsCalled(folded, skeletons))
        {
            return new Request(Intent.CallForHelp, language, folded);
        }

        if (folded.Trim() == "?")
        {
            return new Request(Intent.Usage, language);
        }

        return Find(folded, words, skeletons, language);
    }

    private static Request Find(string folded, IReadOnlyList<string> words, IReadOnlyList<string> skeletons, string? language)
    {
        bool isComplaint = ComplaintWords.IsPlain(folded);
        Found? found = isComplaint ? null : FindKeyword(skeletons);
        if (isComplaint || found is { Intent: Intent.Complaint })
        {
            return new Request(Intent.Complaint, language, folded);
        }

        return found is { } keyword
            ? new Request(keyword.Intent, language, keyword.Intent is Intent.CaseState or Intent.Usage ? string.Empty : PlaceIn(words, skeletons, keyword))
            : new Request(Intent.Unknown, language, folded);
    }

    // A whole word first, then one that a place follows without a space, then one in the middle, last a misspelt one.
    private static Found? FindKeyword(IReadOnlyList<string> skeletons)
    {
        int tried = Math.Min(skeletons.Count, WordsTriedMax);
        Func<string, int, Found?>[] ways = [Whole, Leading, Contained];
        Found? usage = null;
        foreach (Func<string, int, Found?> way in ways)
        {
            for (int i = 0; i < tried; i++)
            {
                if (IsOther(skeletons[i]) || way(skeletons[i], i) is not { } found)
                {
                    continue;
                }

                // "Help rain" asks for the rain.
                if (found.Intent != Intent.Usage)
                {
                    return found;
                }

                usage ??= found;
            }
        }

        if (usage is not null)
        {
            return usage;
        }

        int fuzzy = 0;
        for (int i = 0; i < tried && fuzzy < FuzzyWordsMax; i++)
        {
            if (KeywordTable.Padding.Contains(skeletons[i]) || IsOther(skeletons[i]))
            {
                continue;
            }

            fuzzy++;
            if (Misspelt(skeletons[i], i) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static Found? Whole(string word, int index)
    {
        foreach (Keyword keyword in KeywordTable.All)
        {
            if (keyword.Skeleton == word)
            {
                return new Found(keyword.Intent, index, 0, word.Length);
            }
        }

        return null;
    }

    private static Found? Leading(string word, int index)
    {
        int from = AfterOpenings(word);
        foreach (Keyword keyword in KeywordTable.All)
        {
            if (keyword.IsThai && keyword.LengthIn(word.AsSpan(from), withSlip: false) is > 0 and int length)
            {
                return new Found(keyword.Intent, index, from, length);
            }
        }

        return null;
    }

    private static Found? Contained(string word, int index)
    {
        foreach (Keyword keyword in KeywordTable.All)
        {
            if (keyword.IsThai && keyword.Skeleton.Length >= ContainedLengthMin
                && word.IndexOf(keyword.Skeleton, StringComparison.Ordinal) is > 0 and int at)
            {
                return new Found(keyword.Intent, index, at, keyword.Skeleton.Length);
            }
        }

        return null;
    }

    // Two intents as near as each other are none.
    private static Found? Misspelt(string word, int index)
    {
        int from = AfterOpenings(word);
        Found? found = null;
        foreach (Keyword keyword in KeywordTable.All)
        {
            if (keyword.LengthIn(word.AsSpan(from), withSlip: true) is not (> 0 and int length))
            {
                continue;
            }

            if (found is { } other && other.Intent != keyword.Intent)
            {
                return null;
            }

            found ??= new Found(keyword.Intent, index, from, length);
        }

        return found;
    }

    private static bool IsOther(string word) =>
        KeywordTable.Others.Any(other => word.AsSpan(AfterOpenings(word)).StartsWith(other, StringComparison.Ordinal));

    private static int AfterOpenings(string word)
    {
        int from = 0;
        for (int turn = 0; turn < FuzzyWordsMax; turn++)
        {
            string? opening = KeywordTable.Openings.FirstOrDefault(o => word.AsSpan(from).StartsWith(o, StringComparison.Ordinal) && word.Length > from + o.Length);
            if (opening is null)
            {
                break;
            }

            from += opening.Length;
        }

        return from;
    }

    // The words beside the keyword, without padding. Of the keyword's own word only the skeleton tells where the place begins.
    private static string PlaceIn(IReadOnlyList<string> words, IReadOnlyList<string> skeletons, Found found)
    {
        List<string> place = [];
        for (int i = 0; i < words.Count; i++)
        {
            string word = i == found.Word
                ? AfterOpenings(skeletons[i]) == found.At
                    ? skeletons[i][(found.At + found.Length)..]
                    : skeletons[i][..found.At] + " " + skeletons[i][(found.At + found.Length)..]
                : words[i];
            string bare = KeywordTable.Padding.Contains(TextFold.Skeleton(word)) ? string.Empty : WithoutEnding(word.Trim());
            bool isPadding = bare.Length == 0 || KeywordTable.Padding.Contains(TextFold.Skeleton(bare)) || (i != found.Word && (IsWord(skeletons[i], found.Intent) || IsWord(skeletons[i], Intent.Usage)));
            if (!isPadding)
            {
                place.Add(bare);
            }
        }

        return string.Join(' ', place);
    }

    private static bool IsWord(string skeleton, Intent intent) =>
        KeywordTable.All.Any(keyword => keyword.Intent == intent && keyword.Skeleton == skeleton);

    private static string WithoutEnding(string word)
    {
        string bare = word;
        foreach (string ending in KeywordTable.Endings)
        {
            // The endings are skeletons, so what is left of a word that had one is too.
            string skeleton = TextFold.Skeleton(bare);
            if (skeleton.Length > ending.Length && skeleton.EndsWith(ending, StringComparison.Ordinal))
            {
                bare = skeleton[..^ending.Length].TrimEnd();
            }
        }

        return bare;
    }

    private static string? LanguageOf(string folded)
    {
        if (folded.Any(TextFold.IsThai))
        {
            return Languages.Thai;
        }

        return folded.Any(char.IsAsciiLetter) ? Languages.English : null;
    }

    private static string NumberOf(Match number) => string.Create(
        CultureInfo.InvariantCulture, $"{char.ToUpperInvariant(number.Groups["kind"].Value[0])}-{number.Groups["digits"].Value}");

    private readonly record struct Found(Intent Intent, int Word, int At, int Length);

    [GeneratedRegex(@"^(ให้|คะแนน|ระดับ|ตอบ|score|rate)?\s?(?<score>[1-5])\s?(/\s?5|คะแนน|ดาว|ครับ|ค่ะ|คับ|คะ|stars?|points?)?\.?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Score();

    [GeneratedRegex(@"(?<![a-z0-9])(?<kind>[hc])\s?-?\s?(?<digits>[0-9]{6,8})(?![0-9])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CaseNumber();
}
