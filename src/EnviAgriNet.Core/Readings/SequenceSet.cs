namespace EnviAgriNet.Core.Readings;

/// <summary>
/// A set of sequence numbers kept as sorted, disjoint, not touching ranges, so that weeks of packs cost few bytes.
/// Numbers are 1 and above. Not safe for use by several threads.
/// </summary>
public sealed class SequenceSet
{
    private readonly List<SequenceRange> _ranges = [];

    /// <summary>The ranges, ascending; never touching each other.</summary>
    public IReadOnlyList<SequenceRange> Ranges => _ranges;

    /// <summary>How many numbers are in the set.</summary>
    public long Count { get; private set; }

    /// <summary>The smallest number, or null when the set is empty.</summary>
    public long? First => _ranges.Count == 0 ? null : _ranges[0].First;

    /// <summary>The largest number, or 0 when the set is empty.</summary>
    public long Last => _ranges.Count == 0 ? 0 : _ranges[^1].Last;

    /// <summary>Whether the number is in the set.</summary>
    public bool Contains(long sequence) => NextFrom(sequence) == sequence;

    /// <summary>The smallest number that is at least the given one, or null.</summary>
    public long? NextFrom(long sequence)
    {
        int at = FirstEndingAtOrAfter(sequence);
        return at == _ranges.Count ? null : Math.Max(sequence, _ranges[at].First);
    }

    /// <summary>The largest number that is at most the given one, or null.</summary>
    public long? PreviousFrom(long sequence)
    {
        int at = FirstEndingAtOrAfter(sequence);
        if (at < _ranges.Count && _ranges[at].First <= sequence)
        {
            return sequence;
        }

        return at == 0 ? null : _ranges[at - 1].Last;
    }

    /// <summary>Adds one number; false when it was there already.</summary>
    public bool Add(long sequence) => AddRange(sequence, sequence) > 0;

    /// <summary>
    /// Adds all numbers from first to last, both included; returns how many of them were new. A last one right before the first
    /// is a range of nothing and adds nothing.
    /// </summary>
    public long AddRange(long first, long last)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(first, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(last, first - 1);
        if (last < first)
        {
            return 0;
        }

        int from = FirstEndingAtOrAfter(first - 1);
        int to = from;
        long newFirst = first;
        long newLast = last;
        long covered = 0;
        while (to < _ranges.Count && _ranges[to].First <= last + 1)
        {
            newFirst = Math.Min(newFirst, _ranges[to].First);
            newLast = Math.Max(newLast, _ranges[to].Last);
            covered += _ranges[to].Count;
            to++;
        }

        _ranges.RemoveRange(from, to - from);
        _ranges.Insert(from, new SequenceRange(newFirst, newLast));
        long added = newLast - newFirst + 1 - covered;
        Count += added;
        return added;
    }

    /// <summary>Takes all numbers from first to last out; returns the ranges that were in.</summary>
    public IReadOnlyList<SequenceRange> RemoveRange(long first, long last)
    {
        List<SequenceRange> removed = [];
        int at = FirstEndingAtOrAfter(first);
        while (at < _ranges.Count && _ranges[at].First <= last)
        {
            SequenceRange range = _ranges[at];
            SequenceRange cut = new(Math.Max(range.First, first), Math.Min(range.Last, last));
            removed.Add(cut);
            Count -= cut.Count;
            _ranges.RemoveAt(at);
            if (range.Last > cut.Last)
            {
                _ranges.Insert(at, new SequenceRange(cut.Last + 1, range.Last));
            }

            if (range.First < cut.First)
            {
                _ranges.Insert(at++, new SequenceRange(range.First, cut.First - 1));
            }
        }

        return removed;
    }

    /// <summary>The numbers from 1 to <paramref name="last"/> that are not in the set, as ranges.</summary>
    public IEnumerable<SequenceRange> GapsUpTo(long last)
    {
        long next = 1;
        foreach (SequenceRange range in _ranges)
        {
            if (range.First > last)
            {
                break;
            }

            if (range.First > next)
            {
                yield return new SequenceRange(next, range.First - 1);
            }

            next = range.Last + 1;
        }

        if (next <= last)
        {
            yield return new SequenceRange(next, last);
        }
    }

    private int FirstEndingAtOrAfter(long sequence)
    {
        int low = 0;
        int high = _ranges.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_ranges[middle].Last < sequence)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}

/// <summary>Sequence numbers from first to last, both included.</summary>
public readonly record struct SequenceRange(long First, long Last)
{
    /// <summary>How many numbers the range holds.</summary>
    public long Count => Last - First + 1;
}
