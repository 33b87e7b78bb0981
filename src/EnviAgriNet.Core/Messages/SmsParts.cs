namespace EnviAgriNet.Core.Messages;

/// <summary>
/// A text as SMS: how it is coded, how long it is, and the texts of its parts. The parts joined are the text. A part ends neither
/// inside a grapheme nor inside a number, an address or a link that would fit into one part, so that what a phone shows of one part
/// alone is never misread; there may therefore be a part more than a split after every 67th unit would give.
/// </summary>
/// <param name="Encoding">How it is coded.</param>
/// <param name="Units">Its length: septets with the escapes of the extension table, or UTF-16 units.</param>
/// <param name="Texts">The texts of the parts, at least one.</param>
public sealed record SmsParts(SmsEncoding Encoding, int Units, IReadOnlyList<string> Texts)
{
    private const int HeaderBits = 48;

    /// <summary>How many messages it takes.</summary>
    public int Count => Texts.Count;

    /// <summary>The bits of the text itself.</summary>
    public int TextBits => Units * Encoding.BitsPerUnit();

    /// <summary>The bits with the headers that join several parts.</summary>
    public int TotalBits => TextBits + (Count > 1 ? Count * HeaderBits : 0);

    /// <summary>Codes a text and splits it.</summary>
    public static SmsParts Of(string text)
    {
        SmsEncoding encoding = GsmAlphabet.Covers(text) ? SmsEncoding.Gsm7 : SmsEncoding.Ucs2;
        int units = UnitsOf(text, encoding);
        return new SmsParts(encoding, units, units <= encoding.SingleUnitsMax() ? [text] : Split(text, encoding));
    }

    /// <summary>The length of a text in an encoding that covers it.</summary>
    public static int UnitsOf(ReadOnlySpan<char> text, SmsEncoding encoding)
    {
        if (encoding == SmsEncoding.Ucs2)
        {
            return text.Length;
        }

        int units = 0;
        foreach (char c in text)
        {
            units += GsmAlphabet.Septets(c);
        }

        return units;
    }

    // Each part takes as much as it can hold, so that there are as few as the breaks allow.
    private static List<string> Split(string text, SmsEncoding encoding)
    {
        int unitsMax = encoding.PartUnitsMax();
        TextBreaks breaks = TextBreaks.Of(text, piece => UnitsOf(piece, encoding) <= unitsMax);
        List<string> texts = [];
        int start = 0;
        while (start < text.Length)
        {
            int end = start;
            for (int units = 0; end < text.Length; end++)
            {
                units += UnitsOf(text.AsSpan(end, 1), encoding);
                if (units > unitsMax)
                {
                    break;
                }
            }

            end = breaks.LastBetween(start, end);
            texts.Add(text[start..end]);
            start = end;
        }

        return texts;
    }
}
