namespace EnviAgriNet.Cloud.ReadingStore;

/// <summary>The roll-ups of a station and an hour as a row. Pure.</summary>
internal static class HourlyCodec
{
    private const byte Version = 1;

    public static void Encode(Slot slot, IReadOnlyList<SeriesRollUp> rollUps, BlockBuffer to)
    {
        to.Clear();
        to.Byte(Version);
        to.Number(rollUps.Count);
        int before = 0;
        Span<double> ends = stackalloc double[2];
        foreach ((int series, RollUp rollUp) in rollUps)
        {
            to.Number(series - before);
            before = series;
            to.Number(rollUp.Total);
            to.Number(rollUp.Count);
            if (rollUp.Count == 0)
            {
                continue;
            }

            to.Double(rollUp.Sum);
            ends[0] = rollUp.Min;
            ends[1] = rollUp.Max;
            ValueCodec.WritePair(ends, to);
        }

        to.Seal(slot.Key);
    }

    /// <summary>Reads a row; false when it is damaged.</summary>
    public static bool TryDecode(Slot slot, ReadOnlySpan<byte> row, List<SeriesRollUp> rollUps)
    {
        rollUps.Clear();
        if (!BlockBuffer.TryUnseal(row, slot.Key, out ReadOnlySpan<byte> content))
        {
            return false;
        }

        try
        {
            Decode(slot, content, rollUps);
            return true;
        }
        catch (InvalidDataException)
        {
            rollUps.Clear();
            return false;
        }
    }

    private static void Decode(Slot slot, ReadOnlySpan<byte> content, List<SeriesRollUp> rollUps)
    {
        BlockSource from = new(content);
        if (from.Byte() != Version)
        {
            throw new InvalidDataException("the roll-up's version is not known");
        }

        int count = from.Number(0, StoreLimits.SeriesPerStationMax);
        int series = 0;
        Span<double> ends = stackalloc double[2];
        for (int i = 0; i < count; i++)
        {
            series += from.Number(1, StoreLimits.SeriesPerStationMax - series);
            long total = from.Long();
            long usable = from.Long();
            double sum = 0;
            ends.Clear();
            if (usable > 0)
            {
                sum = from.Double();
                ValueCodec.ReadPair(ref from, ends);
            }

            rollUps.Add(new SeriesRollUp(series, new RollUp(slot.From, total, usable, sum, ends[0], ends[1])));
        }
    }
}
