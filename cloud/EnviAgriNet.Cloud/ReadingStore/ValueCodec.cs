using System.Buffers.Binary;
using System.Numerics;

namespace EnviAgriNet.Cloud.ReadingStore;

/// <summary>The values of a block, bit for bit. Pure.</summary>
internal static class ValueCodec
{
    /// <summary>Stands for doubles that are not all whole numbers over one power of ten.</summary>
    public const byte DecimalsNone = 7;

    private const int DecimalsMax = 6;
    private const double WholeMax = 1L << 52;

    private static readonly double[] Powers = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000];

    /// <summary>The fewest decimals that carry every value exactly, or <see cref="DecimalsNone"/>.</summary>
    public static byte Decimals(ReadOnlySpan<double> values)
    {
        int decimals = 0;
        foreach (double value in values)
        {
            while (!IsExact(value, Powers[decimals]))
            {
                if (++decimals > DecimalsMax)
                {
                    return DecimalsNone;
                }
            }
        }

        // More decimals than one value needs carry it as well, except near the end of the whole numbers: proved, not assumed.
        double power = Powers[decimals];
        bool isExact = true;
        foreach (double value in values)
        {
            isExact &= IsExact(value, power);
        }

        return isExact ? (byte)decimals : DecimalsNone;
    }

    /// <summary>Writes two values, the smaller first.</summary>
    public static void WritePair(ReadOnlySpan<double> pair, BlockBuffer to)
    {
        Span<ulong> scratch = stackalloc ulong[2];
        byte decimals = Decimals(pair);
        to.Byte(decimals);
        if (decimals == DecimalsNone)
        {
            WriteDoubles(pair, to);
        }
        else
        {
            WriteScaled(pair, decimals, scratch, to);
        }
    }

    public static void ReadPair(ref BlockSource from, scoped Span<double> pair)
    {
        Span<ulong> scratch = stackalloc ulong[2];
        int decimals = from.Number(0, DecimalsNone);
        if (decimals == DecimalsNone)
        {
            ReadDoubles(ref from, pair);
        }
        else
        {
            ReadScaled(ref from, decimals, scratch, pair);
        }
    }

    private static bool IsExact(double value, double power)
    {
        double whole = Math.Round(value * power);
        return Math.Abs(whole) <= WholeMax
            && BitConverter.DoubleToInt64Bits((long)whole / power) == BitConverter.DoubleToInt64Bits(value);
    }

    public static void WriteScaled(ReadOnlySpan<double> values, int decimals, Span<ulong> scratch, BlockBuffer to)
    {
        double power = Powers[decimals];
        long before = 0;
        for (int i = 0; i < values.Length; i++)
        {
            long whole = (long)Math.Round(values[i] * power);
            scratch[i] = BlockBuffer.ZigZag(whole - before);
            before = whole;
        }

        // The first stands apart, lest its size widens the whole first group.
        to.Number(scratch[0]);
        BitGroups.Write(scratch[1..], to);
    }

    public static void ReadScaled(ref BlockSource from, int decimals, scoped Span<ulong> scratch, scoped Span<double> values)
    {
        double power = Powers[decimals];
        scratch[0] = from.Number();
        BitGroups.Read(ref from, scratch[1..]);
        long whole = 0;
        for (int i = 0; i < values.Length; i++)
        {
            whole += BlockSource.UnZigZag(scratch[i]);
            values[i] = whole / power;
        }
    }

    public static void WriteDoubles(ReadOnlySpan<double> values, BlockBuffer to)
    {
        ulong before = 0;
        foreach (double value in values)
        {
            ulong bits = BitConverter.DoubleToUInt64Bits(value);
            ulong differing = BinaryPrimitives.ReverseEndianness(bits ^ before);
            before = bits;

            // Doubles that follow each other share their first bytes; the count of the others stands before them.
            int skip = BitOperations.TrailingZeroCount(differing) / 8;
            to.Byte((byte)(8 - skip));
            BinaryPrimitives.WriteUInt64LittleEndian(to.Reserve(8), skip == 8 ? 0 : differing >> (skip * 8));
            to.Advance(8 - skip);
        }
    }

    public static void ReadDoubles(ref BlockSource from, scoped Span<double> values)
    {
        ulong before = 0;
        Span<byte> word = stackalloc byte[8];
        for (int i = 0; i < values.Length; i++)
        {
            int length = from.Number(0, 8);
            word.Clear();
            from.Take(length).CopyTo(word[(8 - length)..]);
            before ^= BinaryPrimitives.ReadUInt64BigEndian(word);
            values[i] = BitConverter.UInt64BitsToDouble(before);
            if (!double.IsFinite(values[i]))
            {
                throw new InvalidDataException("a value is not finite");
            }
        }
    }
}
