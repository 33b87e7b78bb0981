using EnviAgriNet.Core.Readings;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Edge.Outbox;

/// <summary>The packs in a segment's file. The file may rest in between, so it is asked for at each use.</summary>
internal sealed class SegmentPacks(Func<SqliteFile> file)
{
    /// <summary>Reads up to a number of packs from a sequence on, or backwards; damaged rows throw an <see cref="InvalidDataException"/>.</summary>
    public IReadOnlyList<StoredPack> Read(long from, long last, int packsMax, bool descending)
    {
        List<StoredPack> packs = [];
        using SqliteDataReader reader = file().Query(
            descending
                ? "SELECT * FROM pack WHERE sequence BETWEEN $1 AND $2 ORDER BY sequence DESC LIMIT $3"
                : "SELECT * FROM pack WHERE sequence BETWEEN $1 AND $2 ORDER BY sequence LIMIT $3",
            from, last, packsMax);
        while (reader.Read())
        {
            packs.Add(SegmentRows.ReadPack(reader));
        }

        return packs;
    }

    /// <summary>Puts other bytes in place of packs that have never left, with the stamps they now have.</summary>
    public void Replace(IReadOnlyList<StoredPack> packs) =>
        file().InTransaction(durable: true, () =>
        {
            foreach (StoredPack pack in packs)
            {
                file().Execute("DELETE FROM pack WHERE sequence=$1", pack.Sequence);
                SegmentRows.WritePack(file(), pack);
            }
        });

    /// <summary>Remembers that a pack may have left, so that it is never stamped anew.</summary>
    public void MarkSent(long sequence) => file().InTransaction(durable: true, () =>
    {
        foreach (StoredPack pack in Read(sequence, sequence, 1, descending: false))
        {
            file().Execute(
                "UPDATE pack SET sent=1, row_check=$2 WHERE sequence=$1", sequence, RowCheck.Of(pack with { WasSent = true }));
        }
    });

    /// <summary>Waiting packs with doubtful stamps that have never left.</summary>
    public IReadOnlyList<long> Doubtful(SequenceSet waiting, int packsMax)
    {
        List<long> sequences = [];
        using SqliteDataReader reader = file().Query(
            "SELECT sequence FROM pack WHERE uncertainty_ms>0 AND offset_ms IS NOT NULL AND sent=0 ORDER BY sequence LIMIT $1",
            packsMax);
        while (reader.Read())
        {
            if (waiting.Contains(reader.GetInt64(0)))
            {
                sequences.Add(reader.GetInt64(0));
            }
        }

        return sequences;
    }

    /// <summary>Packs and bytes heard since a time.</summary>
    public (long Packs, long Bytes) FlowSince(DateTimeOffset time)
    {
        using SqliteDataReader reader = file().Query(
            "SELECT count(*), coalesce(sum(bytes),0) FROM pack WHERE heard_ms>=$1", time.ToUnixTimeMilliseconds());
        reader.Read();
        return (reader.GetInt64(0), reader.GetInt64(1));
    }

    /// <summary>How many readings each of the waiting packs has; one that is missing or damaged throws an <see cref="InvalidDataException"/>.</summary>
    public IReadOnlyList<(long Sequence, long Readings)> Readings(SequenceSet waiting)
    {
        List<(long, long)> packs = [];
        using SqliteDataReader reader = file().Query(
            "SELECT * FROM pack WHERE sequence>=$1 ORDER BY sequence", waiting.NextFrom(0) ?? long.MaxValue);
        while (reader.Read())
        {
            if (waiting.Contains(reader.GetInt64(0)))
            {
                StoredPack pack = SegmentRows.ReadPack(reader);
                packs.Add((pack.Sequence, pack.Readings));
            }
        }

        return packs.Count == waiting.Count
            ? packs
            : throw new InvalidDataException($"{waiting.Count - packs.Count} packs are missing");
    }

    /// <summary>When the newest pack was heard; null while there is none.</summary>
    public DateTimeOffset? NewestHeardAt() =>
        file().Number("SELECT heard_ms FROM pack ORDER BY sequence DESC LIMIT 1") is { } heard
            ? DateTimeOffset.FromUnixTimeMilliseconds(heard)
            : null;

    /// <summary>What a thinning took out and was not yet told in the control database, or null.</summary>
    public string? ThinNote() => SegmentMeta.Text(file(), SegmentSchema.ThinNote);

    public void ClearThinNote() => file().InTransaction(
        durable: true, () => file().Execute("DELETE FROM meta WHERE key=$1", SegmentSchema.ThinNote));
}
