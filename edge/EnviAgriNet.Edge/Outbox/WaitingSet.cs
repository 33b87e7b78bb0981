using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Edge.Outbox;

/// <summary>
/// Sequence numbers of packs without a receipt, as sorted disjoint ranges, so that weeks of backlog cost few bytes.
/// Numbers are 1 and above. Not safe for several threads.
/// </summary>
internal sealed class WaitingSet
{
    private readonly List<SequenceRange> _ranges = [];

    /// <summary>The ranges, ascending; never touching each other.</summary>
    public IReadOnlyList<SequenceRange> Ranges => _ranges;

    /// <summary>How many numbers are in the set.</summary>
    public long Count { get; private set; }

    /// <summary>The smallest number, or null when the set is empty.</summary>
    public long? First => _ranges.Count == 0 ? null : _ranges[0].First;

    /// <summary>Whether the number is in the set.</summary>
    public bool Contains(long sequence) => NextFrom(sequence) == sequence;

    /// <summary>The smallest number that is at least the given one, or null.</summary>
    public long? NextFrom(long sequence)
    {
        int at = EndingAtOrAfter(sequence);
        return at == _ranges.Count ? null : Math.Max(sequence, _ranges[at].First);
    }

    /// <summary>The largest number that is at most the given one, or null.</summary>
    public long? PreviousFrom(long sequence)
    {
        int at = EndingAtOrAfter(sequence);
        if (at < _ranges.Count && _ranges[at].First <= sequence)
        {
            return sequence;
        }

        return at == 0 ? null : _ranges[at - 1].Last;
    }

    /// <summary>Adds all numbers from first to last, both included; those that are in already stay.</summary>
    public void AddRange(long first, long last)
    {
        int from = EndingAtOrAfter(first - 1);
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
        Count += newLast - newFirst + 1 - covered;
    }

    /// <summary>Takes all numbers from first to last out; returns the ranges that were in.</summary>
    public IReadOnlyList<SequenceRange> RemoveRange(long first, long last)
    {
        List<SequenceRange> removed = [];
        int at = EndingAtOrAfter(first);
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

    private int EndingAtOrAfter(long sequence)
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
