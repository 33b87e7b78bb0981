using System.Globalization;
using System.Text;

namespace EnviAgriNet.FirmwareHost.Actuators;

/// <summary>Texts as a board shows them: pages of rows, and the bytes of a page.</summary>
internal static class DisplayFrame
{
    /// <summary>Thai in one byte a letter (TIS 620-2533).</summary>
    public const string Tis620 = "tis-620";

    /// <summary>Unicode.</summary>
    public const string Utf8 = "utf-8";

    private const char NoSign = '?';
    private const char ThaiFirst = '\u0E01';
    private const char ThaiLast = '\u0E5B';
    private const int ThaiShift = 0x0E00 - 0xA0;

    // Written before the consonant they are spoken after.
    private const string LeadingVowels = "เแโใไ";

    /// <summary>
    /// The pages of a text, each of at most so many rows of at most so many letters. A letter with its marks stays whole, a vowel that
    /// stands before its consonant with it; a row ends at a space where there is one.
    /// </summary>
    public static IReadOnlyList<string[]> PagesOf(string text, int rows, int columns) => [.. RowsOf(text, columns).Chunk(rows)];

    /// <summary>The bytes of a page: what the maker wants before, all rows filled up with spaces, each with its end, what the maker wants after.</summary>
    /// <param name="page">Its rows; none for a dark board.</param>
    /// <param name="options">How the board wants it.</param>
    /// <param name="unknown">Letters that the board's encoding does not have; a question mark stands in their place.</param>
    public static byte[] BytesOf(IReadOnlyList<string> page, DisplayOptions options, out string unknown)
    {
        List<byte> frame = [.. Convert.FromHexString(options.Begin)];
        byte[] rowEnd = Convert.FromHexString(options.RowEnd);
        StringBuilder missing = new();
        for (int row = 0; row < options.Rows; row++)
        {
            string text = row < page.Count ? page[row] : string.Empty;
            string filled = text + new string(' ', Math.Max(0, options.Columns - WidthOf(text)));
            frame.AddRange(options.Encoding == Utf8 ? Encoding.UTF8.GetBytes(filled) : filled.Select(letter => ByteOf(letter, missing)));
            frame.AddRange(rowEnd);
        }

        frame.AddRange(Convert.FromHexString(options.End));
        unknown = missing.ToString();
        return [.. frame];
    }

    private static List<string> RowsOf(string text, int columns)
    {
        List<string> letters = Letters(string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Trim());
        List<string> rows = [];
        int begin = 0;
        while (begin < letters.Count)
        {
            int end = begin;
            for (int width = 0; end < letters.Count && (end == begin || width + WidthOf(letters[end]) <= columns); end++)
            {
                width += WidthOf(letters[end]);
            }

            if (end < letters.Count && letters[end] != " ")
            {
                int space = letters.LastIndexOf(" ", end - 1, end - begin);
                int vowel = end - 1 > begin && LeadingVowels.Contains(letters[end - 1], StringComparison.Ordinal) ? end - 1 : end;
                end = space > begin ? space : vowel;
            }

            rows.Add(string.Concat(letters[begin..end]));
            begin = end;
            while (begin < letters.Count && letters[begin] == " ")
            {
                begin++;
            }
        }

        return rows;
    }

    // What stands above or below takes no place of its own; sara am does, behind its consonant.
    private static int WidthOf(string text) => text.Count(c => char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark);

    private static List<string> Letters(string text)
    {
        List<string> letters = [];
        TextElementEnumerator each = StringInfo.GetTextElementEnumerator(text);
        while (each.MoveNext())
        {
            letters.Add(each.GetTextElement());
        }

        return letters;
    }

    private static byte ByteOf(char letter, StringBuilder missing)
    {
        if (char.IsAscii(letter))
        {
            return (byte)letter;
        }

        // U+0E3B to U+0E3E are letters of nobody.
        if (letter is >= ThaiFirst and <= ThaiLast and not (>= '\u0E3B' and <= '\u0E3E'))
        {
            return (byte)(letter - ThaiShift);
        }

        missing.Append(letter);
        return (byte)NoSign;
    }
}
