using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.ReadingStore;

/// <summary>
/// What is known of the packs of one outbox of one station (promise P4). A commit works on a copy and puts it in the place of the
/// original when it is on disk. Not safe for several threads.
/// </summary>
internal sealed class LedgerEntry
{
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

    /// <summary>Readings found to be stored although they are to be declared thinned away; the declaration is yet to come.</summary>
    public long ThinCredit { get; set; }

    /// <summary>The newest stored packs and how many records each had.</summary>
    public PackCounts Recent { get; init; } = new(StoreLimits.RecentPacksMax);

    /// <summary>Stored packs that a thinning may have hit afterwards, kept beyond <see cref="Recent"/> until they come again.</summary>
    public PackCounts Doubtful { get; init; } = new(StoreLimits.RecentPacksMax);

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
            ThinCredit = ThinCredit,
            Recent = Recent.Copy(),
            Doubtful = Doubtful.Copy(),
        };
        foreach ((string name, RejectedRule rule) in Rejected)
        {
            copy.Rejected.Add(name, new RejectedRule(SequenceSets.Copy(rule.Packs)) { Records = rule.Records });
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

        Recent.Add(sequence, records);
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
            long storedBefore = Recent.All.Where(r => r.Key >= first && r.Key <= last).Sum(r => (long)r.Value);
            ReadingsDropped += Math.Max(0, readings - storedBefore);
        }
    }

    /// <summary>
    /// Counts readings that the station took out of packs without a receipt. A pack among them that was stored with all its readings,
    /// and whose receipt was lost, comes again with fewer: <see cref="EnterRepeat"/> takes those back, exactly.
    /// </summary>
    public void EnterThinned(long first, long last, long readings)
    {
        foreach ((long sequence, int records) in Recent.All.Where(r => r.Key >= first && r.Key <= last))
        {
            Doubtful.Add(sequence, records);
        }

        long credit = Math.Min(ThinCredit, readings);
        ThinCredit -= credit;
        ReadingsDropped += readings - credit;
    }

    /// <summary>Enters a stored pack that came again. What it has less than before was thinned away, and is stored all the same.</summary>
    public void EnterRepeat(long sequence, int records)
    {
        Repeats++;
        if (!(Doubtful.TryFind(sequence, out int before) || Recent.TryFind(sequence, out before)) || records >= before)
        {
            return;
        }

        // It may come once more, and must not be credited twice.
        Recent.Replace(sequence, records);
        Doubtful.Replace(sequence, records);
        long taken = Math.Min(ReadingsDropped, before - records);
        ReadingsDropped -= taken;
        ThinCredit += before - records - taken;
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
