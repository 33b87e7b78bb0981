using System.Collections.Frozen;

namespace EnviAgriNet.Core.Messages;

/// <summary>The GSM 7 bit default alphabet and its extension table (3GPP 23.038, 6.2.1). Thai is in neither.</summary>
public static class GsmAlphabet
{
    private const byte Escape = 0x1B;

    // By position from 0x00 to 0x7F; 0x1B is the escape and stands for no character.
    private const string Default =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§"
        + "¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private const string Extended = "\f^{}\\[~]|€";

    private static readonly byte[] ExtendedSeptets = [0x0A, 0x14, 0x28, 0x29, 0x2F, 0x3C, 0x3D, 0x3E, 0x40, 0x65];

    private static readonly FrozenDictionary<char, byte> DefaultSeptets = Default.Select((c, i) => (c, i))
        .Where(x => x.i != Escape).ToFrozenDictionary(x => x.c, x => (byte)x.i);

    /// <summary>The septets of a character: 1, 2 for one of the extension table (with its escape), 0 for one of neither.</summary>
    public static int Septets(char character) =>
        DefaultSeptets.ContainsKey(character) ? 1 : Extended.Contains(character, StringComparison.Ordinal) ? 2 : 0;

    /// <summary>Whether every character of a text is in the alphabet or its extension.</summary>
    public static bool Covers(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (Septets(c) == 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A text as octets: eight septets in seven, the first one in the lowest bits; the last octet is filled with zeros.</summary>
    /// <exception cref="ArgumentException">The text has a character that is not in the alphabet.</exception>
    public static byte[] Pack(string text)
    {
        List<byte> septets = [];
        foreach (char c in text)
        {
            if (DefaultSeptets.TryGetValue(c, out byte septet))
            {
                septets.Add(septet);
                continue;
            }

            int place = Extended.IndexOf(c, StringComparison.Ordinal);
            septets.Add(place >= 0 ? Escape : throw new ArgumentException($"U+{(int)c:X4} is not in the GSM alphabet", nameof(text)));
            septets.Add(ExtendedSeptets[place]);
        }

        byte[] octets = new byte[((septets.Count * 7) + 7) / 8];
        for (int i = 0; i < septets.Count; i++)
        {
            int bit = i * 7;
            int shifted = septets[i] << (bit % 8);
            octets[bit / 8] |= (byte)shifted;
            if (shifted > byte.MaxValue)
            {
                octets[(bit / 8) + 1] |= (byte)(shifted >> 8);
            }
        }

        return octets;
    }
}
