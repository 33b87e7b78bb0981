using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.ReadingStore;

/// <summary>
/// What is known of the packs of one outbox of one station (promise P4). A commit works on a copy and puts it in the place of the
/// original when it is on disk. Not safe for several threads.
/// </summary>
internal sealed class LedgerEntry
{
    private readonly Dictionary<long, int> _recent = [];
    private readonly Queue<long> _recentOrder = new();

    public SequenceSet Stored { get; init; } = new();

    /// <summary>Packs with a late reading; they are not in <see cref="Stored"/>.</summary>
    public SequenceSet Late { get; init; } = new();

    public SequenceSet Dropped { get; set; } = new();

    /// <summary>Ids of station events that were taken over.</summary>
    public SequenceSet Events { get; init; } = new();

    public SortedDictionary<string, RejectedRule> Rejected { get; init; } = new(StringComparer.Ordinal);

    public long Announced { get; set; }

    public long Repeats { get; set; }

    public long ReadingsStored { get; set; }

    public long ReadingsLate { get; set; }

    public long ReadingsDuplicate { get; set; }

    public long ReadingsDropped { get; set; }

    /// <summary>The newest stored packs and how many records each had, oldest first.</summary>
    public IEnumerable<KeyValuePair<long, int>> Recent =>
        _recentOrder.Select(s => new KeyValuePair<long, int>(s, _recent[s]));

    public long LastSequence =>
        Math.Max(
            Math.Max(Announced, Stored.Last),
            Math.Max(Math.Max(Late.Last, Dropped.Last), Rejected.Values.Select(r => r.Packs.Last).DefaultIfEmpty().Max()));

    public bool IsStored(long sequence) => Stored.Contains(sequence) || Late.Contains(sequence);

    public bool IsRejected(long sequence)
    {
        foreach (RejectedRule rule in Rejected.Values)
        {
            if (rule.Packs.Contains(sequence))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a pack may be entered: one that does not tear a hole always may.</summary>
    public bool HasRoomFor(long sequence) =>
        (Stored.Contains(sequence - 1) && Stored.Ranges.Count <= StoreLimits.RangesMax) || HasRoom;

    private bool HasRoom =>
        Stored.Ranges.Count < StoreLimits.RangesMax && Late.Ranges.Count < StoreLimits.RangesMax
        && Dropped.Ranges.Count < StoreLimits.RangesMax && Events.Ranges.Count < StoreLimits.RangesMax
        && Rejected.Values.All(r => r.Packs.Ranges.Count < StoreLimits.RangesMax);

    public LedgerEntry Copy()
    {
        LedgerEntry copy = new()
        {
            Stored = SequenceSets.Copy(Stored),
            Late = SequenceSets.Copy(Late),
            Dropped = SequenceSets.Copy(Dropped),
            Events = SequenceSets.Copy(Events),
            Announced = Announced,
            Repeats = Repeats,
            ReadingsStored = ReadingsStored,
            ReadingsLate = ReadingsLate,
            ReadingsDuplicate = ReadingsDuplicate,
            ReadingsDropped = ReadingsDropped,
        };
        foreach ((string name, RejectedRule rule) in Rejected)
        {
            copy.Rejected.Add(name, new RejectedRule(SequenceSets.Copy(rule.Packs)) { Records = rule.Records });
        }

        foreach ((long sequence, int records) in Recent)
        {
            copy.Remember(sequence, records);
        }

        return copy;
    }

    /// <summary>Enters a pack that is stored now; one that was rejected or declared dropped is so no more.</summary>
    public void EnterStored(long sequence, bool isLate, int records)
    {
        (isLate ? Late : Stored).Add(sequence);
        if (Dropped.Contains(sequence))
        {
            Dropped = SequenceSets.Without(Dropped, sequence);
            ReadingsDropped = Math.Max(0, ReadingsDropped - records);
        }

        foreach (RejectedRule rule in Rejected.Values)
        {
            if (rule.Packs.Contains(sequence))
            {
                rule.Packs = SequenceSets.Without(rule.Packs, sequence);
                rule.Records = Math.Max(0, rule.Records - 1);
            }
        }

        Remember(sequence, records);
    }

    /// <summary>Counts refused records; a pack refused whole counts as one until the station says how many it held.</summary>
    public void EnterRefused(string rule, long records) => RuleOf(rule).Records += records;

    /// <summary>Enters a pack refused as a whole.</summary>
    public void EnterRejected(long sequence, string rule)
    {
        RejectedRule entry = RuleOf(rule);
        entry.Packs.Add(sequence);
        entry.Records++;
    }

    /// <summary>Enters packs that will never come. Those stored before stay stored, and their readings are not counted as dropped.</summary>
    public void EnterDropped(long first, long last, long readings)
    {
        SequenceRange range = new(first, last);
        List<SequenceRange> fresh = [.. SequenceSets.Outside(range, [Stored, Late, Dropped, .. Rejected.Values.Select(r => r.Packs)])];
        foreach (SequenceRange part in fresh)
        {
            Dropped.AddRange(part.First, part.Last);
        }

        if (fresh.Count > 0)
        {
            long storedBefore = _recent.Where(r => r.Key >= first && r.Key <= last).Sum(r => (long)r.Value);
            ReadingsDropped += Math.Max(0, readings - storedBefore);
        }
    }

    /// <summary>
    /// Counts readings thinned away from packs that are yet to come. Packs stored before came unthinned, so only the share of the
    /// others counts.
    /// </summary>
    public void EnterThinned(long first, long last, long readings)
    {
        SequenceRange range = new(first, last);
        long fresh = SequenceSets.Outside(range, [Stored, Late]).Sum(r => r.Count);
        ReadingsDropped += (long)((decimal)readings * fresh / range.Count);
    }

    /// <summary>The station's word on how many readings a rejected pack held.</summary>
    public void EnterSetAside(long sequence, long readings)
    {
        RejectedRule? rule = Rejected.Values.FirstOrDefault(r => r.Packs.Contains(sequence));
        if (rule is not null)
        {
            rule.Records += Math.Max(0, readings - 1);
        }
    }

    internal void Remember(long sequence, int records)
    {
        if (_recent.TryAdd(sequence, records))
        {
            _recentOrder.Enqueue(sequence);
        }

        if (_recentOrder.Count > StoreLimits.RecentPacksMax)
        {
            _recent.Remove(_recentOrder.Dequeue());
        }
    }

    private RejectedRule RuleOf(string rule)
    {
        if (!Rejected.TryGetValue(rule, out RejectedRule? entry))
        {
            entry = new RejectedRule(new SequenceSet());
            Rejected.Add(rule, entry);
        }

        return entry;
    }
}

/// <summary>What was refused under one rule: whole packs, and records.</summary>
internal sealed class RejectedRule(SequenceSet packs)
{
    public SequenceSet Packs { get; set; } = packs;

    public long Records { get; set; }
}
