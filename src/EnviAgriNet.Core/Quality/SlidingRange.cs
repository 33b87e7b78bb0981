namespace EnviAgriNet.Core.Quality;

/// <summary>
/// The smallest and largest value of a window that only moves forward, in constant time per point on average. Indices are those of
/// the series.
/// </summary>
internal sealed class SlidingRange
{
    private readonly IndexQueue _smallest;
    private readonly IndexQueue _largest;

    /// <summary>A window over that many points at most.</summary>
    public SlidingRange(int capacity)
    {
        _smallest = new IndexQueue(capacity);
        _largest = new IndexQueue(capacity);
    }

    /// <summary>Whether no value is inside.</summary>
    public bool IsEmpty => _smallest.IsEmpty;

    /// <summary>Largest minus smallest.</summary>
    public double Range => _largest.First.Value - _smallest.First.Value;

    /// <summary>Adds the next value.</summary>
    public void Add(int index, double value)
    {
        while (!_smallest.IsEmpty && _smallest.Last.Value >= value)
        {
            _smallest.DropLast();
        }

        while (!_largest.IsEmpty && _largest.Last.Value <= value)
        {
            _largest.DropLast();
        }

        _smallest.Append(index, value);
        _largest.Append(index, value);
    }

    /// <summary>Drops all points before an index.</summary>
    public void DropBefore(int index)
    {
        _smallest.DropBefore(index);
        _largest.DropBefore(index);
    }

    private sealed class IndexQueue(int capacity)
    {
        private readonly (int Index, double Value)[] _items = new (int, double)[capacity];
        private int _from;
        private int _to;

        public bool IsEmpty => _from == _to;

        public (int Index, double Value) First => _items[_from];

        public (int Index, double Value) Last => _items[_to - 1];

        // Every index comes once, so the array that holds one place for each point never runs over.
        public void Append(int index, double value) => _items[_to++] = (index, value);

        public void DropLast() => _to--;

        public void DropBefore(int index)
        {
            while (_from < _to && _items[_from].Index < index)
            {
                _from++;
            }
        }
    }
}
