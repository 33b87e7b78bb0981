using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using EnviAgriNet.Core.Quantities;

namespace EnviAgriNet.Core.Windows;

/// <summary>
/// The hours of a series that are older than its minutes: 27 bits each, 336 of them, 1,136 bytes. For means and sums these hold
/// the exact sum of up to 60 codes and how many they are, numbered through (27 bits are just enough for both, apart they would take
/// 28), so that a late reading is added without any loss and the order of arrival leaves no trace.
/// </summary>
internal struct HourShelf
{
    /// <summary>The hours kept.</summary>
    public const int Hours = 336;

    /// <summary>A sum holds this many slots; more readings than minutes in an hour come only late and several a minute.</summary>
    public const int SlotsMax = 60;

    /// <summary>The count of hours that keep their last value goes no further.</summary>
    public const int LastCountMax = 31;

    private const int Bits = 27;
    private const uint Mask = (1u << Bits) - 1;
    private const int Bytes = 1136;

    private HourBytes _bytes;

    /// <summary>What an hour holds.</summary>
    public readonly HourCodes At(int hour, AveragingRule rule) => Unpack(Read(hour % Hours), rule);

    public void Clear(int hour) => Write(hour % Hours, 0);

    /// <summary>Adds a slot to an hour.</summary>
    /// <param name="hour">The hour.</param>
    /// <param name="minute">The slot's minute of the hour.</param>
    /// <param name="code">Its code.</param>
    /// <param name="rule">How slots become one.</param>
    public void Add(int hour, int minute, int code, AveragingRule rule)
    {
        int at = hour % Hours;
        HourCodes before = Unpack(Read(at), rule);
        Write(at, Pack(before.With(minute, code, rule), rule));
    }

    private static HourCodes Unpack(uint packed, AveragingRule rule)
    {
        switch (rule)
        {
            case AveragingRule.Maximum:
                return new HourCodes(packed >> 6, (int)(packed & 63), 0);
            case AveragingRule.Last:
                return new HourCodes(packed >> 11, (int)(packed & 31), (int)((packed >> 5) & 63));
            default:
                int count = (int)((1 + Math.Sqrt(1 + (8.0 * packed / SlotScale.CodeMax))) / 2);
                while (FirstOf(count) > packed)
                {
                    count--;
                }

                while (FirstOf(count + 1) <= packed)
                {
                    count++;
                }

                return new HourCodes(packed - FirstOf(count), count, 0);
        }
    }

    private static uint Pack(HourCodes hour, AveragingRule rule) => rule switch
    {
        AveragingRule.Maximum => ((uint)hour.Codes << 6) | (uint)hour.Count,
        AveragingRule.Last => ((uint)hour.Codes << 11) | ((uint)hour.LastMinute << 5) | (uint)hour.Count,
        _ => FirstOf(hour.Count) + (uint)hour.Codes,
    };

    // The number of the first state with that count: each count k before it has k * CodeMax + 1 possible sums.
    private static uint FirstOf(int count) => ((uint)SlotScale.CodeMax * (uint)(count * (count - 1) / 2)) + (uint)count;

    private readonly uint Read(int at)
    {
        (int offset, int shift) = PlaceOf(at);
        ReadOnlySpan<byte> bytes = _bytes;
        return (uint)(MemoryMarshal.Read<ulong>(bytes[offset..]) >> shift) & Mask;
    }

    private void Write(int at, uint packed)
    {
        (int offset, int shift) = PlaceOf(at);
        Span<byte> bytes = _bytes;
        ulong word = MemoryMarshal.Read<ulong>(bytes[offset..]);
        word = (word & ~((ulong)Mask << shift)) | ((ulong)packed << shift);
        MemoryMarshal.Write(bytes[offset..], word);
    }

    private static (int Offset, int Shift) PlaceOf(int at)
    {
        int bit = at * Bits;
        int offset = Math.Min(bit >> 3, Bytes - sizeof(ulong));
        return (offset, bit - (offset * 8));
    }

    [InlineArray(Bytes)]
    private struct HourBytes
    {
        private byte _first;
    }
}
