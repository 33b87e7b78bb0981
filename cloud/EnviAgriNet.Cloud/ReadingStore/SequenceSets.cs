using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.ReadingStore;

/// <summary>What the ledger needs of sets of sequence numbers beyond adding and asking. Pure.</summary>
internal static class SequenceSets
{
    public static SequenceSet Copy(SequenceSet set)
    {
        SequenceSet copy = new();
        foreach (SequenceRange range in set.Ranges)
        {
            copy.AddRange(range.First, range.Last);
        }

        return copy;
    }

    /// <summary>The set without one of its numbers.</summary>
    public static SequenceSet Without(SequenceSet set, long sequence)
    {
        SequenceSet rest = new();
        foreach (SequenceRange range in set.Ranges)
        {
            if (sequence < range.First || sequence > range.Last)
            {
                rest.AddRange(range.First, range.Last);
                continue;
            }

            if (range.First < sequence)
            {
                rest.AddRange(range.First, sequence - 1);
            }

            if (range.Last > sequence)
            {
                rest.AddRange(sequence + 1, range.Last);
            }
        }

        return rest;
    }

    /// <summary>The parts of a range that are in none of the sets.</summary>
    public static IEnumerable<SequenceRange> Outside(SequenceRange range, params IEnumerable<SequenceSet> sets)
    {
        SequenceSet known = new();
        foreach (SequenceRange other in sets.SelectMany(s => s.Ranges))
        {
            if (other.Last >= range.First && other.First <= range.Last)
            {
                known.AddRange(other.First, other.Last);
            }
        }

        foreach (SequenceRange gap in known.GapsUpTo(range.Last))
        {
            if (gap.Last >= range.First)
            {
                yield return new SequenceRange(Math.Max(gap.First, range.First), gap.Last);
            }
        }
    }

    public static void Write(SequenceSet set, BlockBuffer to)
    {
        to.Number(set.Ranges.Count);
        long before = 0;
        foreach (SequenceRange range in set.Ranges)
        {
            to.Number(range.First - before);
            to.Number(range.Last - range.First);
            before = range.Last;
        }
    }

    public static SequenceSet Read(ref BlockSource from)
    {
        SequenceSet set = new();
        int count = from.Number(0, StoreLimits.RangesMax * 2);
        long before = 0;
        for (int i = 0; i < count; i++)
        {
            long first = checked(before + from.Long());
            before = checked(first + from.Long());
            if (first < 1)
            {
                throw new InvalidDataException("a sequence number is below 1");
            }

            set.AddRange(first, before);
        }

        return set;
    }
}
