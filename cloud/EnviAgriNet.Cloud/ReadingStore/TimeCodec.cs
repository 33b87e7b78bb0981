namespace EnviAgriNet.Cloud.ReadingStore;

/// <summary>The times of a block: milliseconds since the hour began, ascending. Pure.</summary>
internal static class TimeCodec
{
    public static int UnitMs(ReadOnlySpan<int> offsets)
    {
        foreach (int offset in offsets)
        {
            if (offset % 1000 != 0)
            {
                return 1;
            }
        }

        return 1000;
    }

    public static int CountRuns(ReadOnlySpan<int> offsets)
    {
        int runs = 0;
        int step = -1;
        for (int i = 1; i < offsets.Length; i++)
        {
            int next = offsets[i] - offsets[i - 1];
            runs += next == step ? 0 : 1;
            step = next;
        }

        return runs;
    }

    public static void WriteRuns(ReadOnlySpan<int> offsets, int unit, BlockBuffer to)
    {
        to.Number(offsets[0] / unit);
        int at = 1;
        while (at < offsets.Length)
        {
            int step = offsets[at] - offsets[at - 1];
            int end = at + 1;
            while (end < offsets.Length && offsets[end] - offsets[end - 1] == step)
            {
                end++;
            }

            to.Number(step / unit);
            to.Number(end - at);
            at = end;
        }
    }

    public static void ReadRuns(ref BlockSource from, int unit, Span<int> offsets)
    {
        int offset = from.Number(0, (SeriesHour.MsMax - 1) / unit) * unit;
        offsets[0] = offset;
        int at = 1;
        while (at < offsets.Length)
        {
            int step = from.Number(1, SeriesHour.MsMax / unit) * unit;
            int run = from.Number(1, offsets.Length - at);
            if (offset + ((long)step * run) >= SeriesHour.MsMax)
            {
                throw new InvalidDataException("a time lies outside its hour");
            }

            for (int end = at + run; at < end; at++)
            {
                offset += step;
                offsets[at] = offset;
            }
        }
    }

    public static void WriteSteps(ReadOnlySpan<int> offsets, int unit, Span<ulong> scratch, BlockBuffer to)
    {
        int before = 0;
        int stepBefore = 0;
        for (int i = 0; i < offsets.Length; i++)
        {
            int offset = offsets[i] / unit;
            int step = offset - before;
            scratch[i] = BlockBuffer.ZigZag(step - stepBefore);
            before = offset;
            stepBefore = step;
        }

        // The first two stand apart, lest their size widens the whole first group.
        int apart = Math.Min(2, scratch.Length);
        for (int i = 0; i < apart; i++)
        {
            to.Number(scratch[i]);
        }

        BitGroups.Write(scratch[apart..], to);
    }

    public static void ReadSteps(ref BlockSource from, int unit, Span<ulong> scratch, Span<int> offsets)
    {
        int apart = Math.Min(2, scratch.Length);
        for (int i = 0; i < apart; i++)
        {
            scratch[i] = from.Number();
        }

        BitGroups.Read(ref from, scratch[apart..]);
        long offset = 0;
        long step = 0;
        long before = -1;
        for (int i = 0; i < offsets.Length; i++)
        {
            step += BlockSource.UnZigZag(scratch[i]);
            offset += step;
            if (offset <= before || offset >= SeriesHour.MsMax / unit)
            {
                throw new InvalidDataException("times do not ascend within their hour");
            }

            offsets[i] = (int)offset * unit;
            before = offset;
        }
    }
}
