using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;
using EnviAgriNet.Edge.Clock;
using EnviAgriNet.Protocol.Packs;

namespace EnviAgriNet.Edge.Outbox;

/// <summary>
/// Decides which journal rows become packs now and forms them: of one boot and one kind of stamp, pack after pack in the order of
/// time, so that none makes the next one late; sorted by series inside a pack, so that it compresses; at most so many readings and
/// 64 KiB. Pure but for the clock lines it asks.
/// </summary>
internal sealed class PackForming(
    StationId station, int readingsMax, TimeSpan ageMax, TimeSpan holdMax, TimeProvider time, IStampLines lines)
{
    private const int PacksPerTurnMax = 64;

    /// <summary>Forms what is due.</summary>
    /// <param name="view">The journal.</param>
    /// <param name="outbox">The id that numbers the packs.</param>
    /// <param name="isFlushing">Whether all that is there is due, as before a new segment.</param>
    public FormedPacks Form(JournalView view, string outbox, bool isFlushing)
    {
        List<StoredPack> packs = [];
        List<long> ids = [];
        foreach (List<JournalRow> group in Groups(view.Rows))
        {
            StampLine? line = group[0].SourceOffsetMs is null ? null : lines.LineOf(group[0].Boot);
            int at = 0;
            while (at < group.Count && packs.Count < PacksPerTurnMax)
            {
                int count = TakeRows(group, at, line, isFlushing);
                if (count == 0)
                {
                    break;
                }

                List<JournalRow> rows = group.GetRange(at, count);
                FormRows(rows, line, view, outbox, packs);
                ids.AddRange(rows.Select(r => r.Id));
                at += count;
            }
        }

        return packs.Count == 0 ? FormedPacks.None : new FormedPacks(packs, ids);
    }

    /// <summary>How long until something may be due by age, right after what was due was formed; what is left overdue is held.</summary>
    public TimeSpan UntilDue(IReadOnlyList<JournalRow> rows)
    {
        TimeSpan shortest = ageMax;
        foreach (JournalRow row in rows)
        {
            TimeSpan age = Age(row);
            if (age < ageMax && ageMax - age < shortest)
            {
                shortest = ageMax - age;
            }
        }

        return shortest;
    }

    /// <summary>The same pack with all its times moved.</summary>
    public static StoredPack Restamp(
        StoredPack stored, StationId station, StampLine line, PackDecoder decoder)
    {
        Pack pack = decoder.Decode(stored.Payload, station, null).Pack
            ?? throw new InvalidDataException($"pack {stored.Sequence} cannot be read");
        TimeSpan shift = TimeSpan.FromMilliseconds(line.OffsetMs - stored.OffsetMs!.Value);
        Pack moved = pack with
        {
            TimeUncertainty = line.Uncertainty,
            Readings = [.. pack.Readings.Select(r => r with { TakenAt = Shift(r.TakenAt, shift) })],
        };
        return StoredPack.Of(moved, line.OffsetMs, PackEncoder.Encode(moved, PackCompression.Gzip));
    }

    private static IEnumerable<List<JournalRow>> Groups(IReadOnlyList<JournalRow> rows) =>
        rows.GroupBy(r => (r.Boot, IsStamped: r.SourceOffsetMs is null)).Select(g => g.ToList());

    private static DateTimeOffset Shift(DateTimeOffset time, TimeSpan shift)
    {
        DateTimeOffset earliest = Protocol.Limits.TakenAtMin;
        return shift < TimeSpan.Zero && time - earliest < -shift ? earliest : time + shift;
    }

    private int TakeRows(List<JournalRow> group, int at, StampLine? line, bool isFlushing)
    {
        bool isHeld = group[at].SourceOffsetMs is not null && line is not { IsSettled: true } && Age(group[at]) < holdMax;
        if (isHeld && !isFlushing)
        {
            return 0;
        }

        int readings = 0;
        int count = 0;
        while (at + count < group.Count && (count == 0 || readings + group[at + count].Readings <= readingsMax))
        {
            readings += group[at + count].Readings;
            count++;
        }

        bool isFull = readings >= readingsMax || at + count < group.Count;
        return isFull || isFlushing || Age(group[at]) >= ageMax ? count : 0;
    }

    private TimeSpan Age(JournalRow row) =>
        row.HeardAtTicks == long.MinValue ? TimeSpan.MaxValue : time.GetElapsedTime(row.HeardAtTicks);

    private void FormRows(
        List<JournalRow> rows, StampLine? line, JournalView view, string outbox, List<StoredPack> packs)
    {
        List<Reading> readings = new(rows.Sum(r => r.Readings));
        foreach (JournalRow row in rows)
        {
            foreach (Reading reading in view.Read(row.Id))
            {
                readings.Add(Stamp(reading, row, line));
            }
        }

        readings.Sort(static (a, b) => a.TakenAt.CompareTo(b.TakenAt));
        Pack template = new(
            station, outbox, 1, rows[0].Boot, rows[0].HeardAt, line?.Uncertainty ?? TimeSpan.Zero, []);
        foreach (Reading[] chunk in readings.Chunk(readingsMax))
        {
            Encode(template, chunk, line?.OffsetMs, view.NextSequence, packs);
        }
    }

    /// <summary>A time that fits the line stays as the source gave it, so that a repeated batch keeps its times to the millisecond.</summary>
    private static Reading Stamp(Reading reading, JournalRow row, StampLine? line)
    {
        if (line is not { } known || row.SourceOffsetMs is not { } source
            || Math.Abs(known.OffsetMs - source) <= Limits.ClockStepMin.TotalMilliseconds)
        {
            return reading;
        }

        return reading with { TakenAt = Shift(reading.TakenAt, TimeSpan.FromMilliseconds(known.OffsetMs - source)) };
    }

    private static void Encode(
        Pack template, ArraySegment<Reading> readings, long? offsetMs, long nextSequence, List<StoredPack> packs)
    {
        Pack pack = template with { Sequence = nextSequence + packs.Count, Readings = BySeries(readings) };
        byte[] payload = PackEncoder.Encode(pack, PackCompression.Gzip);
        if (payload.Length <= Protocol.Limits.PackBytesMax)
        {
            packs.Add(StoredPack.Of(pack, offsetMs, payload));
            return;
        }

        int half = readings.Count / 2;
        Encode(template, readings[..half], offsetMs, nextSequence, packs);
        Encode(template, readings[half..], offsetMs, nextSequence, packs);
    }

    private static Reading[] BySeries(ArraySegment<Reading> readings)
    {
        Reading[] sorted = [.. readings];
        Array.Sort(sorted, static (a, b) =>
        {
            int order = string.CompareOrdinal(a.Series.Text, b.Series.Text);
            return order != 0 ? order : a.TakenAt.CompareTo(b.TakenAt);
        });
        return sorted;
    }
}
