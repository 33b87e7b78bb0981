namespace EnviAgriNet.Cloud.ReadingStore;

/// <summary>How many records the newest of some packs had; beyond a number the oldest is forgotten. Not safe for several threads.</summary>
internal sealed class PackCounts(int most)
{
    private readonly Dictionary<long, int> _counts = [];
    private readonly Queue<long> _order = new();

    /// <summary>What is remembered, oldest first.</summary>
    public IEnumerable<KeyValuePair<long, int>> All => _order.Select(s => new KeyValuePair<long, int>(s, _counts[s]));

    public PackCounts Copy()
    {
        PackCounts copy = new(most);
        foreach (long sequence in _order)
        {
            copy.Add(sequence, _counts[sequence]);
        }

        return copy;
    }

    public bool TryFind(long sequence, out int records) => _counts.TryGetValue(sequence, out records);

    /// <summary>Remembers a pack that is not remembered yet.</summary>
    public void Add(long sequence, int records)
    {
        if (!_counts.TryAdd(sequence, records))
        {
            return;
        }

        _order.Enqueue(sequence);
        if (_order.Count > most)
        {
            _counts.Remove(_order.Dequeue());
        }
    }

    /// <summary>Changes the number of a pack, if it is remembered.</summary>
    public void Replace(long sequence, int records)
    {
        if (_counts.ContainsKey(sequence))
        {
            _counts[sequence] = records;
        }
    }

    public void Write(BlockBuffer to)
    {
        to.Number(_order.Count);
        long before = 0;
        foreach (long sequence in _order)
        {
            to.Signed(sequence - before);
            to.Number(_counts[sequence]);
            before = sequence;
        }
    }

    public void Read(ref BlockSource from)
    {
        int count = from.Number(0, most);
        long sequence = 0;
        for (int i = 0; i < count; i++)
        {
            sequence += from.Signed();
            Add(sequence, from.Number(0, int.MaxValue));
        }
    }
}
