using EnviAgriNet.Core.Messages;

namespace EnviAgriNet.Cloud.Channels.CellBroadcast;

/// <summary>A text as the pages of a cell broadcast (3GPP 23.041 and 23.038): 82 octets each, at most 15.</summary>
/// <param name="Encoding"><c>GSM-7</c> or <c>UCS-2</c>.</param>
/// <param name="CodingScheme">The data coding scheme: 0F is GSM-7 of no stated language, 48 is UCS-2.</param>
/// <param name="Text">The text that the pages hold.</param>
/// <param name="Pages">The pages, filled up with carriage returns as the standard has it.</param>
internal sealed record BroadcastPages(string Encoding, byte CodingScheme, string Text, IReadOnlyList<byte[]> Pages)
{
    /// <summary>Octets of one page.</summary>
    public const int PageOctets = 82;

    /// <summary>The most pages of one broadcast.</summary>
    public const int PagesMax = 15;

    /// <summary>Septets of one page.</summary>
    public const int PageSeptets = 93;

    /// <summary>UTF-16 units of one page.</summary>
    public const int PageUnits = 41;

    private const byte GsmScheme = 0x0F;
    private const byte Ucs2Scheme = 0x48;
    private const char Filler = '\r';

    /// <summary>The pages of a text, or null when it needs more than there may be. Nothing is ever cut.</summary>
    public static BroadcastPages? Of(string text)
    {
        bool isGsm = GsmAlphabet.Covers(text);
        List<string> parts = Split(text, isGsm ? PageSeptets : PageUnits, isGsm ? GsmAlphabet.Septets : _ => 1);
        return parts.Count is 0 or > PagesMax ? null
            : isGsm ? new BroadcastPages("GSM-7", GsmScheme, text, [.. parts.Select(PackGsm)])
            : new BroadcastPages("UCS-2", Ucs2Scheme, text, [.. parts.Select(PackUcs2)]);
    }

    // An escape stays with its character and a high surrogate with its low one; the handset joins the rest again.
    private static List<string> Split(string text, int room, Func<char, int> costOf)
    {
        List<string> parts = [];
        int start = 0;
        int used = 0;
        for (int i = 0; i < text.Length;)
        {
            int length = char.IsHighSurrogate(text[i]) && i + 1 < text.Length ? 2 : 1;
            int cost = length == 2 ? 2 : costOf(text[i]);
            if (used + cost > room)
            {
                parts.Add(text[start..i]);
                start = i;
                used = 0;
            }

            used += cost;
            i += length;
        }

        if (start < text.Length)
        {
            parts.Add(text[start..]);
        }

        return parts;
    }

    private static byte[] PackGsm(string part)
    {
        int used = part.Sum(GsmAlphabet.Septets);
        return GsmAlphabet.Pack(part + new string(Filler, PageSeptets - used));
    }

    private static byte[] PackUcs2(string part) => System.Text.Encoding.BigEndianUnicode.GetBytes(part.PadRight(PageUnits, Filler));
}
