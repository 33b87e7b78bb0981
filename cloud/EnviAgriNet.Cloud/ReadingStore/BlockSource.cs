using System.Buffers.Binary;

namespace EnviAgriNet.Cloud.ReadingStore;

/// <summary>Bytes being read. What does not fit throws <see cref="InvalidDataException"/>: the row is damaged.</summary>
internal ref struct BlockSource(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    public int At { get; private set; }

    public readonly bool IsAtEnd => At == _bytes.Length;

    public byte Byte() => Take(1)[0];

    public ulong Number()
    {
        ulong value = 0;
        for (int shift = 0; shift < 64; shift += 7)
        {
            byte next = Byte();
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }

        throw new InvalidDataException("a number has no end");
    }

    /// <summary>A number that has to lie within a range, since something is sized by it.</summary>
    public int Number(int min, int max)
    {
        ulong value = Number();
        return value >= (ulong)min && value <= (ulong)max
            ? (int)value
            : throw new InvalidDataException($"{value} stands where {min} to {max} may");
    }

    public long Long()
    {
        ulong value = Number();
        return value <= long.MaxValue ? (long)value : throw new InvalidDataException($"{value} is too large");
    }

    public long Signed() => UnZigZag(Number());

    public double Double() => BinaryPrimitives.ReadDoubleLittleEndian(Take(8));

    public ReadOnlySpan<byte> Take(int count)
    {
        if (count < 0 || _bytes.Length - At < count)
        {
            throw new InvalidDataException($"{count} bytes are missing at {At}");
        }

        ReadOnlySpan<byte> taken = _bytes.Slice(At, count);
        At += count;
        return taken;
    }

    public static long UnZigZag(ulong value) => (long)(value >> 1) ^ -(long)(value & 1);
}
