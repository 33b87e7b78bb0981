using System.Buffers.Binary;

namespace EnviAgriNet.FirmwareHost.Sensors.SerialDust;

/// <summary>
/// Frames of the Plantower PMS and PMSA series: 42 4D, the length of what follows, big-endian words, and the sum of all bytes before
/// the last two. A value frame has 32 bytes, the echo of a command 8.
/// </summary>
internal sealed class PlantowerFraming : IFraming
{
    public const int ValueBytes = 32;
    public const byte First = 0x42;
    public const byte Second = 0x4D;

    private const int HeadBytes = 4;
    private const int SumBytes = 2;
    private const int EchoBytes = 8;

    /// <inheritdoc/>
    public FrameFind Find(ReadOnlySpan<byte> waiting)
    {
        int begin = waiting.IndexOf(First);
        if (begin != 0)
        {
            return FrameFind.Skip(begin < 0 ? waiting.Length : begin);
        }

        if (waiting.Length > 1 && waiting[1] != Second)
        {
            return FrameFind.Skip(1);
        }

        if (waiting.Length < HeadBytes)
        {
            return FrameFind.More;
        }

        int length = HeadBytes + BinaryPrimitives.ReadUInt16BigEndian(waiting[2..]);
        if (length is not (ValueBytes or EchoBytes))
        {
            return FrameFind.Broken();
        }

        if (waiting.Length < length)
        {
            return FrameFind.More;
        }

        ReadOnlySpan<byte> frame = waiting[..length];
        return BinaryPrimitives.ReadUInt16BigEndian(frame[^SumBytes..]) == Sum(frame[..^SumBytes])
            ? FrameFind.Whole(length, frame.ToArray())
            : FrameFind.Broken();
    }

    /// <summary>The checksum of the bytes before it.</summary>
    public static ushort Sum(ReadOnlySpan<byte> bytes)
    {
        ushort sum = 0;
        foreach (byte b in bytes)
        {
            sum += b;
        }

        return sum;
    }
}
