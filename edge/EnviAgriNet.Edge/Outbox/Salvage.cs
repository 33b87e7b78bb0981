using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Edge.Outbox;

/// <summary>What was got out of a damaged segment.</summary>
internal sealed class Salvage
{
    /// <summary>Packs that were copied, with their readings.</summary>
    public SortedDictionary<long, long> Packs { get; } = [];

    /// <summary>What the damaged file says is settled.</summary>
    public SequenceSet Settled { get; } = new();

    /// <summary>Whether the book of packs chose what was copied, so that what the file says is settled does not matter.</summary>
    public bool IsBooked { get; set; }

    /// <summary>Its own count of accepted readings, or null.</summary>
    public long? Accepted { get; set; }

    /// <summary>The last row of the journal that is in that count, or null when all are.</summary>
    public long? CountedRow { get; set; }

    /// <summary>Readings that were accepted before it was begun, or null.</summary>
    public long? Begun { get; set; }

    public long JournalReadings { get; set; }

    public long? CreatedAtMs { get; set; }

    /// <summary>The sequence behind the last one that was seen, at least the given one.</summary>
    public long EndFrom(long end) => Math.Max(
        end,
        Math.Max(
            Packs.Count == 0 ? 0 : Packs.Keys.Last() + 1,
            Settled.Ranges.Count == 0 ? 0 : Settled.Ranges[^1].Last + 1));
}
