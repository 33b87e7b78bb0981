namespace EnviAgriNet.Cloud.Inbox.Keywords;

/// <summary>Cuts a folded text into words: at spaces and signs, and where Thai, Latin letters and digits meet.</summary>
internal static class Words
{
    /// <summary>The words in their order.</summary>
    public static IReadOnlyList<string> Of(string folded)
    {
        List<string> words = [];
        int start = 0;
        for (int i = 0; i <= folded.Length; i++)
        {
            if (i == folded.Length || IsSign(folded[i]) || (i > start && IsBorder(folded[i - 1], folded[i])))
            {
                Add(words, folded[start..i]);
                start = i < folded.Length && IsSign(folded[i]) ? i + 1 : i;
            }
        }

        return words;
    }

    private static bool IsSign(char c) => c is ' ' or '.' or ',' or '/' or '?';

    // Latin letters, digits and the hyphen stay together: a station's id is made of them.
    private static bool IsBorder(char before, char after) => TextFold.IsThai(before) != TextFold.IsThai(after);

    private static void Add(List<string> words, string word)
    {
        string bare = word.Trim('-');
        if (bare.Length > 0 && words.Count < Limits.WordsReadMax)
        {
            words.Add(bare);
        }
    }
}
