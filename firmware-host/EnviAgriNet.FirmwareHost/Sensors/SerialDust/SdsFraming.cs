namespace EnviAgriNet.FirmwareHost.Sensors.SerialDust;

/// <summary>
/// Frames that a Nova SDS011 sends: AA, C0 for values or C5 for the answer to a command, six bytes, the low byte of their sum, AB.
/// </summary>
internal sealed class SdsFraming : IFraming
{
    public const byte First = 0xAA;
    public const byte Last = 0xAB;
    public const byte Values = 0xC0;
    public const byte Answer = 0xC5;

    private const int FrameBytes = 10;
    private const int ContentAt = 2;
    private const int SumAt = 8;

    /// <inheritdoc/>
    public FrameFind Find(ReadOnlySpan<byte> waiting)
    {
        int begin = waiting.IndexOf(First);
        if (begin != 0)
        {
            return FrameFind.Skip(begin < 0 ? waiting.Length : begin);
        }

        if (waiting.Length > 1 && waiting[1] is not (Values or Answer))
        {
            return FrameFind.Skip(1);
        }

        if (waiting.Length < FrameBytes)
        {
            return FrameFind.More;
        }

        ReadOnlySpan<byte> frame = waiting[..FrameBytes];
        return frame[^1] == Last && frame[SumAt] == Sum(frame[ContentAt..SumAt])
            ? FrameFind.Whole(FrameBytes, frame.ToArray())
            : FrameFind.Broken();
    }

    /// <summary>The checksum of the content.</summary>
    public static byte Sum(ReadOnlySpan<byte> content)
    {
        byte sum = 0;
        foreach (byte b in content)
        {
            sum += b;
        }

        return sum;
    }
}
