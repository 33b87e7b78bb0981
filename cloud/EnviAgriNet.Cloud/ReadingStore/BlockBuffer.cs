using System.Buffers.Binary;
using System.Numerics;

namespace EnviAgriNet.Cloud.ReadingStore;

/// <summary>Bytes being written: a growing array that is used again and again. Not safe for several threads.</summary>
internal sealed class BlockBuffer
{
    private byte[] _bytes = new byte[4096];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    /// <summary>Room for that many bytes behind the end; <see cref="Advance"/> takes what was used.</summary>
    public Span<byte> Reserve(int count)
    {
        if (_bytes.Length - Length < count)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + count));
        }

        return _bytes.AsSpan(Length);
    }

    public void Advance(int count) => Length += count;

    public void Byte(byte value)
    {
        Reserve(1)[0] = value;
        Length++;
    }

    /// <summary>Seven bits a byte, low first.</summary>
    public void Number(ulong value)
    {
        Span<byte> to = Reserve(10);
        int at = 0;
        while (value >= 0x80)
        {
            to[at++] = (byte)(value | 0x80);
            value >>= 7;
        }

        to[at++] = (byte)value;
        Length += at;
    }

    public void Number(long value) => Number((ulong)value);

    public void Signed(long value) => Number(ZigZag(value));

    public void Double(double value)
    {
        BinaryPrimitives.WriteDoubleLittleEndian(Reserve(8), value);
        Length += 8;
    }

    public void Bytes(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Reserve(bytes.Length));
        Length += bytes.Length;
    }

    /// <summary>Ends the bytes with a checksum over them and the row's key, so that a row in the wrong place is noticed too.</summary>
    public void Seal(long key)
    {
        uint sum = Checksum(Written, key);
        BinaryPrimitives.WriteUInt32LittleEndian(Reserve(4), sum);
        Length += 4;
    }

    /// <summary>The bytes without their checksum; false when they are not what was sealed.</summary>
    public static bool TryUnseal(ReadOnlySpan<byte> sealedBytes, long key, out ReadOnlySpan<byte> bytes)
    {
        bytes = default;
        if (sealedBytes.Length < 5)
        {
            return false;
        }

        ReadOnlySpan<byte> content = sealedBytes[..^4];
        if (BinaryPrimitives.ReadUInt32LittleEndian(sealedBytes[^4..]) != Checksum(content, key))
        {
            return false;
        }

        bytes = content;
        return true;
    }

    public static ulong ZigZag(long value) => (ulong)((value << 1) ^ (value >> 63));

    private static uint Checksum(ReadOnlySpan<byte> bytes, long key)
    {
        uint sum = BitOperations.Crc32C(uint.MaxValue, (ulong)key);
        while (bytes.Length >= 8)
        {
            sum = BitOperations.Crc32C(sum, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[8..];
        }

        foreach (byte b in bytes)
        {
            sum = BitOperations.Crc32C(sum, b);
        }

        return sum;
    }
}
