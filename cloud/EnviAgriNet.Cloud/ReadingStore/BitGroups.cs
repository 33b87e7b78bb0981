using System.Buffers.Binary;
using System.Numerics;

namespace EnviAgriNet.Cloud.ReadingStore;

/// <summary>
/// Small numbers in groups of 16, each group with as many bits a number as its largest needs: a steady run costs a byte a group.
/// </summary>
internal static class BitGroups
{
    private const int GroupSize = 16;
    private const int PackedWidthMax = 32;
    private const int RawWidth = 64;

    public static void Write(ReadOnlySpan<ulong> numbers, BlockBuffer to)
    {
        while (numbers.Length > 0)
        {
            ReadOnlySpan<ulong> group = numbers[..Math.Min(GroupSize, numbers.Length)];
            numbers = numbers[group.Length..];
            ulong all = 0;
            foreach (ulong number in group)
            {
                all |= number;
            }

            int width = 64 - BitOperations.LeadingZeroCount(all);
            width = width <= PackedWidthMax ? width : RawWidth;
            to.Byte((byte)width);
            if (width == RawWidth)
            {
                WriteRaw(group, to);
            }
            else if (width > 0)
            {
                Pack(group, width, to);
            }
        }
    }

    public static void Read(ref BlockSource from, scoped Span<ulong> numbers)
    {
        while (numbers.Length > 0)
        {
            Span<ulong> group = numbers[..Math.Min(GroupSize, numbers.Length)];
            numbers = numbers[group.Length..];
            int width = from.Byte();
            switch (width)
            {
                case 0:
                    group.Clear();
                    break;
                case <= PackedWidthMax:
                    Unpack(from.Take(((group.Length * width) + 7) / 8), width, group);
                    break;
                case RawWidth:
                    ReadRaw(from.Take(group.Length * 8), group);
                    break;
                default:
                    throw new InvalidDataException($"a group has {width} bits a number");
            }
        }
    }

    private static void Pack(ReadOnlySpan<ulong> group, int width, BlockBuffer to)
    {
        // Reserve a word more than is used, so that whole words may be written.
        Span<byte> bytes = to.Reserve((GroupSize * PackedWidthMax / 8) + 8);
        int at = 0;
        ulong word = 0;
        int bits = 0;
        foreach (ulong number in group)
        {
            word |= number << bits;
            bits += width;
            if (bits >= 32)
            {
                BinaryPrimitives.WriteUInt32LittleEndian(bytes[at..], (uint)word);
                at += 4;
                word >>= 32;
                bits -= 32;
            }
        }

        BinaryPrimitives.WriteUInt32LittleEndian(bytes[at..], (uint)word);
        to.Advance(((group.Length * width) + 7) / 8);
    }

    private static void Unpack(ReadOnlySpan<byte> packed, int width, Span<ulong> group)
    {
        Span<byte> bytes = stackalloc byte[(GroupSize * PackedWidthMax / 8) + 8];
        packed.CopyTo(bytes);
        ulong mask = (1UL << width) - 1;
        int bit = 0;
        for (int i = 0; i < group.Length; i++)
        {
            ulong word = BinaryPrimitives.ReadUInt64LittleEndian(bytes[(bit >> 3)..]);
            group[i] = (word >> (bit & 7)) & mask;
            bit += width;
        }
    }

    private static void WriteRaw(ReadOnlySpan<ulong> group, BlockBuffer to)
    {
        foreach (ulong number in group)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(to.Reserve(8), number);
            to.Advance(8);
        }
    }

    private static void ReadRaw(ReadOnlySpan<byte> bytes, Span<ulong> group)
    {
        for (int i = 0; i < group.Length; i++)
        {
            group[i] = BinaryPrimitives.ReadUInt64LittleEndian(bytes[(i * 8)..]);
        }
    }
}
