using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.ReadingStore.Verdicts;

/// <summary>Verdicts of a series and an hour, and the hours of a station and day that are judged, as bytes and back. Pure.</summary>
internal static class VerdictCodec
{
    public const int HoursPerDay = 24;

    private const byte Version = 1;

    /// <summary>Writes verdicts of an hour, at least one.</summary>
    public static void Encode(long hour, IReadOnlyList<TimedVerdict> verdicts, BlockBuffer to)
    {
        DateTimeOffset from = new Slot(0, hour).From;
        int[] offsets = new int[verdicts.Count];
        for (int i = 0; i < offsets.Length; i++)
        {
            offsets[i] = (int)(verdicts[i].TakenAt - from).TotalMilliseconds;
        }

        to.Clear();
        to.Byte(Version);
        to.Number(offsets.Length);
        int unit = TimeCodec.UnitMs(offsets);
        to.Number(unit);
        TimeCodec.WriteSteps(offsets, unit, new ulong[offsets.Length], to);
        for (int i = 0; i < verdicts.Count;)
        {
            byte mark = MarkOf(verdicts[i]);
            int end = i + 1;
            while (end < verdicts.Count && MarkOf(verdicts[end]) == mark)
            {
                end++;
            }

            to.Byte(mark);
            to.Number(end - i);
            i = end;
        }

        to.Seal(hour);
    }

    /// <summary>Reads verdicts of an hour; false when the row is damaged.</summary>
    public static bool TryDecode(long hour, ReadOnlySpan<byte> row, out List<TimedVerdict> verdicts)
    {
        verdicts = [];
        try
        {
            if (!BlockBuffer.TryUnseal(row, hour, out ReadOnlySpan<byte> content) || content[0] != Version)
            {
                return false;
            }

            BlockSource from = new(content[1..]);
            int[] offsets = new int[from.Number(1, StoreLimits.SeriesHourReadingsMax)];
            int unit = from.Number(1, 1000);
            TimeCodec.ReadSteps(ref from, unit, new ulong[offsets.Length], offsets);
            DateTimeOffset begin = new Slot(0, hour).From;
            while (verdicts.Count < offsets.Length)
            {
                byte mark = from.Byte();
                for (int left = from.Number(1, offsets.Length - verdicts.Count); left > 0; left--)
                {
                    verdicts.Add(new TimedVerdict(
                        begin.AddMilliseconds(offsets[verdicts.Count]), QualityMark.FlagIn(mark), QualityMark.TestIn(mark)));
                }
            }

            return true;
        }
        catch (InvalidDataException)
        {
            verdicts = [];
            return false;
        }
    }

    /// <summary>Writes how many readings were judged in each hour of a day; below 0 for an hour that was not judged.</summary>
    public static void EncodeDay(long day, ReadOnlySpan<long> readings, BlockBuffer to)
    {
        to.Clear();
        to.Byte(Version);
        foreach (long count in readings)
        {
            to.Number(count + 1);
        }

        to.Seal(day);
    }

    /// <summary>Reads a day; false, with no hour judged, when the row is damaged.</summary>
    public static bool TryDecodeDay(long day, ReadOnlySpan<byte> row, Span<long> readings)
    {
        readings.Fill(-1);
        try
        {
            if (!BlockBuffer.TryUnseal(row, day, out ReadOnlySpan<byte> content) || content[0] != Version)
            {
                return false;
            }

            BlockSource from = new(content[1..]);
            foreach (ref long count in readings)
            {
                count = from.Long() - 1;
            }

            return true;
        }
        catch (InvalidDataException)
        {
            readings.Fill(-1);
            return false;
        }
    }

    private static byte MarkOf(TimedVerdict verdict) => QualityMark.Pack(verdict.Flag, verdict.Test);
}
