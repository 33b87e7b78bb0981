using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Edge.Outbox;

/// <summary>What damage to a segment cost, and how the outbox goes on.</summary>
internal sealed class SegmentLoss
{
    /// <summary>Packs that are gone, and how many readings each range of them had; also numbers given out for lost readings of the journal.</summary>
    public List<LostRange> Ranges { get; } = [];

    /// <summary>Numbers that may have been given out and are not used again, behind the segment's last pack.</summary>
    public SequenceRange? Skipped { get; set; }

    /// <summary>Numbers among the ranges that were given out for readings of the journal.</summary>
    public long JournalNumbers { get; set; }

    /// <summary>The sequence behind the segment's last one.</summary>
    public long Next { get; set; }

    /// <summary>All readings ever accepted, what is lost included.</summary>
    public long Accepted { get; set; }

    /// <summary>Lost readings.</summary>
    public long Readings => Ranges.Sum(r => r.Readings);

    /// <summary>Adds packs one by one, ascending.</summary>
    public void Add(long sequence, long readings)
    {
        if (Ranges.Count > 0 && Ranges[^1].Range.Last == sequence - 1)
        {
            LostRange before = Ranges[^1];
            Ranges[^1] = new LostRange(new SequenceRange(before.Range.First, sequence), before.Readings + readings);
        }
        else
        {
            Ranges.Add(new LostRange(new SequenceRange(sequence, sequence), readings));
        }
    }

    /// <summary>Gives numbers out for lost readings that were in no pack yet, as if they had been packs.</summary>
    public void AddJournal(long readings)
    {
        while (readings > 0)
        {
            long part = Math.Min(readings, Protocol.Limits.PackReadingsMax);
            Add(Next++, part);
            JournalNumbers++;
            readings -= part;
        }
    }

    /// <summary>Skips numbers up to, and without, a sequence.</summary>
    public void SkipTo(long next)
    {
        if (next > Next)
        {
            Skipped = new SequenceRange(Next, next - 1);
            Next = next;
        }
    }
}

/// <summary>Packs that are gone, and how many readings they had.</summary>
internal readonly record struct LostRange(SequenceRange Range, long Readings)
{
    /// <summary>The ranges as they are told; those beyond the bound as one, which then spans packs that are not gone.</summary>
    public static List<LostRange> Bounded(IReadOnlyList<LostRange> ranges)
    {
        List<LostRange> told = [.. ranges.Take(Limits.LostRangesMax)];
        if (ranges.Count > told.Count)
        {
            told[^1] = new LostRange(
                new SequenceRange(told[^1].Range.First, ranges[^1].Range.Last),
                ranges.Skip(told.Count - 1).Sum(r => r.Readings));
        }

        return told;
    }
}
