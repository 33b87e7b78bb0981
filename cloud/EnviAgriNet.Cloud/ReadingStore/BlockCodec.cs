using System.Buffers;

namespace EnviAgriNet.Cloud.ReadingStore;

/// <summary>
/// Turns the readings of a series and an hour into few bytes and back, bit for bit. Times are runs of equal steps or steps of steps,
/// in whole seconds where they are; values are integers over a power of ten where every value is exactly that, else doubles without
/// the bytes they share with the one before; quality, a byte of flag and test,
/// is one for all or runs. Pure.
/// </summary>
internal static class BlockCodec
{
    private const byte DecimalsMask = 0x07;
    private const byte InSeconds = 0x08;
    private const byte InRuns = 0x10;
    private const byte OneFlag = 0x20;

    /// <summary>Writes an hour that has at least one reading.</summary>
    public static void Encode(SeriesHour hour, BlockBuffer to)
    {
        int count = hour.Count;
        ulong[] scratch = ArrayPool<ulong>.Shared.Rent(count);
        try
        {
            byte decimals = ValueCodec.Decimals(hour.Values);
            int unit = TimeCodec.UnitMs(hour.Offsets);
            int runs = TimeCodec.CountRuns(hour.Offsets);
            bool oneFlag = hour.Flags.IndexOfAnyExcept(hour.Flags[0]) < 0;
            bool inRuns = runs * 3 <= count;
            to.Number(count);
            to.Byte((byte)(decimals | (unit == 1 ? 0 : InSeconds) | (inRuns ? InRuns : 0) | (oneFlag ? OneFlag : 0)));
            if (inRuns)
            {
                TimeCodec.WriteRuns(hour.Offsets, unit, to);
            }
            else
            {
                TimeCodec.WriteSteps(hour.Offsets, unit, scratch.AsSpan(0, count), to);
            }

            WriteFlags(hour.Flags, oneFlag, to);
            if (decimals == ValueCodec.DecimalsNone)
            {
                ValueCodec.WriteDoubles(hour.Values, to);
            }
            else
            {
                ValueCodec.WriteScaled(hour.Values, decimals, scratch.AsSpan(0, count), to);
            }
        }
        finally
        {
            ArrayPool<ulong>.Shared.Return(scratch);
        }
    }

    /// <summary>Reads an hour into <paramref name="hour"/>; throws <see cref="InvalidDataException"/> for what was never written so.</summary>
    public static void Decode(ReadOnlySpan<byte> bytes, SeriesHour hour)
    {
        BlockSource from = new(bytes);
        int count = from.Number(1, StoreLimits.SeriesHourReadingsMax);
        byte head = from.Byte();
        hour.Fill(count, out Span<int> offsets, out Span<double> values, out Span<byte> flags);
        ulong[] scratch = ArrayPool<ulong>.Shared.Rent(count);
        try
        {
            int unit = (head & InSeconds) == 0 ? 1 : 1000;
            if ((head & InRuns) != 0)
            {
                TimeCodec.ReadRuns(ref from, unit, offsets);
            }
            else
            {
                TimeCodec.ReadSteps(ref from, unit, scratch.AsSpan(0, count), offsets);
            }

            ReadFlags(ref from, (head & OneFlag) != 0, flags);
            if ((head & DecimalsMask) == ValueCodec.DecimalsNone)
            {
                ValueCodec.ReadDoubles(ref from, values);
            }
            else
            {
                ValueCodec.ReadScaled(ref from, head & DecimalsMask, scratch.AsSpan(0, count), values);
            }
        }
        finally
        {
            ArrayPool<ulong>.Shared.Return(scratch);
        }

        if (!from.IsAtEnd)
        {
            throw new InvalidDataException($"{bytes.Length - from.At} bytes too many");
        }
    }

    private static void WriteFlags(ReadOnlySpan<byte> flags, bool oneFlag, BlockBuffer to)
    {
        if (oneFlag)
        {
            to.Byte(flags[0]);
            return;
        }

        while (flags.Length > 0)
        {
            int run = flags.IndexOfAnyExcept(flags[0]);
            run = run < 0 ? flags.Length : run;
            to.Byte(flags[0]);
            to.Number(run);
            flags = flags[run..];
        }
    }

    private static void ReadFlags(ref BlockSource from, bool oneFlag, Span<byte> flags)
    {
        if (oneFlag)
        {
            flags.Fill(from.Byte());
            return;
        }

        while (flags.Length > 0)
        {
            byte flag = from.Byte();
            int run = from.Number(1, flags.Length);
            flags[..run].Fill(flag);
            flags = flags[run..];
        }
    }
}
