namespace EnviAgriNet.FirmwareHost.Sensors.SerialDust;

/// <summary>
/// Frames of Sensirion's SHDLC: 7E, the content with 11, 13, 7D and 7E written as two bytes, its checksum, 7E. A found frame is the
/// content as it was before that, without checksum.
/// </summary>
internal sealed class ShdlcFraming : IFraming
{
    /// <summary>Address, command, state, length and 255 bytes.</summary>
    public const int ContentBytesMax = 4 + 255;

    private const byte Flag = 0x7E;
    private const byte Escape = 0x7D;
    private const byte EscapeBit = 0x20;

    /// <inheritdoc/>
    public FrameFind Find(ReadOnlySpan<byte> waiting)
    {
        int begin = waiting.IndexOf(Flag);
        if (begin != 0)
        {
            return FrameFind.Skip(begin < 0 ? waiting.Length : begin);
        }

        int length = waiting[1..].IndexOf(Flag);
        if (length < 0)
        {
            return waiting.Length >= Limits.FrameBytesMax ? FrameFind.Broken() : FrameFind.More;
        }

        if (length == 0)
        {
            // The end of a frame whose beginning was missed, then the beginning of the next.
            return FrameFind.Skip(1);
        }

        // The flag behind a broken frame may be the beginning of the next one, so it stays.
        return TryOpen(waiting.Slice(1, length), out byte[] content)
            ? FrameFind.Whole(length + 2, content)
            : FrameFind.Broken(length + 1);
    }

    /// <summary>A command as it goes over the line.</summary>
    public static byte[] Wrap(ReadOnlySpan<byte> content)
    {
        List<byte> line = [Flag];
        foreach (byte b in (ReadOnlySpan<byte>)[.. content, Sum(content)])
        {
            if (b is Flag or Escape or 0x11 or 0x13)
            {
                line.Add(Escape);
                line.Add((byte)(b ^ EscapeBit));
            }
            else
            {
                line.Add(b);
            }
        }

        line.Add(Flag);
        return [.. line];
    }

    private static bool TryOpen(ReadOnlySpan<byte> line, out byte[] content)
    {
        content = [];
        List<byte> bytes = new(line.Length);
        for (int i = 0; i < line.Length; i++)
        {
            if (line[i] != Escape)
            {
                bytes.Add(line[i]);
            }
            else if (++i < line.Length)
            {
                bytes.Add((byte)(line[i] ^ EscapeBit));
            }
            else
            {
                return false;
            }
        }

        byte[] all = [.. bytes];
        if (all.Length < 2 || all.Length > ContentBytesMax + 1 || all[^1] != Sum(all.AsSpan(0, all.Length - 1)))
        {
            return false;
        }

        content = all[..^1];
        return true;
    }

    private static byte Sum(ReadOnlySpan<byte> content)
    {
        byte sum = 0;
        foreach (byte b in content)
        {
            sum += b;
        }

        return (byte)~sum;
    }
}
