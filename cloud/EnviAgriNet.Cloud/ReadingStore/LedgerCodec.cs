using System.Text;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.ReadingStore;

/// <summary>A line of the ledger as a row. Pure.</summary>
internal static class LedgerCodec
{
    private const byte Version = 2;

    /// <summary>Before thinning was credited; its lines end after the recent packs.</summary>
    private const byte VersionBefore = 1;

    private const int RuleBytesMax = 64;

    public static void Encode(int station, LedgerEntry entry, BlockBuffer to)
    {
        to.Clear();
        to.Byte(Version);
        foreach (long number in (ReadOnlySpan<long>)
            [entry.Announced, entry.Repeats, entry.ReadingsStored, entry.ReadingsLate, entry.ReadingsDuplicate, entry.ReadingsDropped])
        {
            to.Number(number);
        }

        SequenceSets.Write(entry.Stored, to);
        SequenceSets.Write(entry.Late, to);
        SequenceSets.Write(entry.Dropped, to);
        SequenceSets.Write(entry.Events, to);
        to.Number(entry.Rejected.Count);
        foreach ((string name, RejectedRule rule) in entry.Rejected)
        {
            to.Number(name.Length);
            to.Bytes(Encoding.UTF8.GetBytes(name));
            SequenceSets.Write(rule.Packs, to);
            to.Number(rule.Records);
        }

        entry.Recent.Write(to);
        to.Number(entry.ThinCredit);
        entry.Doubtful.Write(to);
        to.Seal(station);
    }

    /// <summary>Reads a row; null when it is damaged.</summary>
    public static LedgerEntry? Decode(int station, ReadOnlySpan<byte> row)
    {
        try
        {
            return BlockBuffer.TryUnseal(row, station, out ReadOnlySpan<byte> content) ? Decode(content) : null;
        }
        catch (Exception e) when (e is InvalidDataException or OverflowException)
        {
            return null;
        }
    }

    /// <summary>The line that people and programs see.</summary>
    public static LedgerLine Line(StationId station, string outbox, LedgerEntry entry)
    {
        long last = entry.LastSequence;
        IEnumerable<SequenceSet> known = [entry.Stored, entry.Late, entry.Dropped, .. entry.Rejected.Values.Select(r => r.Packs)];
        long missing = last == 0 || DerivedOutboxes.Contains(outbox) ? 0 : SequenceSets.Outside(new SequenceRange(1, last), known).Sum(r => r.Count);
        return new LedgerLine(
            station,
            outbox,
            last,
            entry.Stored.Count,
            entry.Late.Count,
            entry.Rejected.Values.Sum(r => r.Packs.Count),
            entry.Dropped.Count,
            missing,
            entry.Repeats,
            entry.ReadingsStored,
            entry.ReadingsLate,
            entry.ReadingsDuplicate,
            entry.ReadingsDropped,
            entry.Rejected.Where(r => r.Value.Records > 0).ToDictionary(r => r.Key, r => r.Value.Records));
    }

    private static LedgerEntry Decode(ReadOnlySpan<byte> content)
    {
        BlockSource from = new(content);
        byte version = from.Byte();
        if (version is not (Version or VersionBefore))
        {
            throw new InvalidDataException("the ledger's version is not known");
        }

        long announced = from.Long();
        long repeats = from.Long();
        long stored = from.Long();
        long late = from.Long();
        long duplicate = from.Long();
        long dropped = from.Long();
        LedgerEntry entry = new()
        {
            Announced = announced,
            Repeats = repeats,
            ReadingsStored = stored,
            ReadingsLate = late,
            ReadingsDuplicate = duplicate,
            ReadingsDropped = dropped,
            Stored = SequenceSets.Read(ref from),
            Late = SequenceSets.Read(ref from),
            Dropped = SequenceSets.Read(ref from),
            Events = SequenceSets.Read(ref from),
        };
        int rules = from.Number(0, StoreLimits.RulesMax);
        for (int i = 0; i < rules; i++)
        {
            string name = Encoding.UTF8.GetString(from.Take(from.Number(1, RuleBytesMax)));
            RejectedRule rule = new(SequenceSets.Read(ref from)) { Records = from.Long() };
            entry.Rejected.Add(name, rule);
        }

        entry.Recent.Read(ref from);
        if (version != VersionBefore)
        {
            entry.ThinCredit = from.Long();
            entry.Doubtful.Read(ref from);
        }

        return entry;
    }
}
