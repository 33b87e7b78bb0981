using System.Globalization;

namespace EnviAgriNet.Core.Markets;

/// <summary>Brings names of commodities to a form in which slips of spelling do not count.</summary>
internal static class CommodityText
{
    private const int GradeLengthMax = 120;

    private static readonly string[] Fillers = ["ราคา", "เมล็ดพันธุ์"];

    /// <summary>Small letters and digits alone: without blanks, marks, tones and repeated vowels.</summary>
    public static string Plain(string? text)
    {
        string arabic = ThaiCalendar.ToArabic(text).Replace("ํา", "ำ", StringComparison.Ordinal).ToLower(CultureInfo.InvariantCulture);
        List<char> kept = new(arabic.Length);
        foreach (char c in arabic)
        {
            bool isTone = c is >= '็' and <= '๎';
            bool isKept = char.IsLetterOrDigit(c) || c is '%' or 'ั' || c is >= 'ิ' and <= 'ฺ';
            bool isRepeatedVowel = kept.Count > 0 && kept[^1] == c && c is 'า' or 'ะ' && kept.Count > 0 && kept[^1] == c;
            if (isKept && !isTone && !isRepeatedVowel)
            {
                kept.Add(c);
            }
        }

        string plain = new([.. kept]);
        foreach (string filler in Fillers)
        {
            string bare = filler.Replace("็", string.Empty, StringComparison.Ordinal).Replace("์", string.Empty, StringComparison.Ordinal);
            plain = plain.StartsWith(bare, StringComparison.Ordinal) ? plain[bare.Length..] : plain;
        }

        return plain;
    }

    /// <summary>A published name without blanks and stray marks at its ends.</summary>
    public static string Grade(string text)
    {
        string tight = string.Concat(text.Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c))).Trim('-', '*', ':', '.');
        return tight.Length <= GradeLengthMax ? tight : tight[..GradeLengthMax];
    }

    /// <summary>How many letters are put in, left out or changed; more than allowed is told as one more than allowed.</summary>
    public static int Distance(string a, string b, int allowed)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            int least = row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int change = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, Math.Min(row[j], row[j - 1]) + 1);
                least = Math.Min(least, row[j]);
            }

            if (least > allowed)
            {
                return allowed + 1;
            }
        }

        return row[b.Length];
    }
}
