using EnviAgriNet.Core.Readings;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Edge.Outbox;

/// <summary>The journal in a segment's file: batches that are accepted and not yet in a pack.</summary>
internal static class SegmentJournal
{
    /// <summary>
    /// All rows, oldest first, each found to fit its checksum. What was heard before this start is due at once: its monotonic moment
    /// is the earliest there is.
    /// </summary>
    public static List<JournalRow> Load(SqliteFile file)
    {
        List<JournalRow> rows = [];
        using SqliteDataReader reader = file.Query($"SELECT {SegmentRows.JournalColumns} FROM journal ORDER BY id");
        while (reader.Read())
        {
            JournalBatch batch = SegmentRows.ReadJournal(reader);
            rows.Add(new JournalRow(
                reader.GetInt64(0), batch.Readings.Count, batch.HeardAt, long.MinValue, batch.Boot, batch.SourceOffsetMs));
        }

        return rows;
    }

    /// <summary>Adds a batch; within a transaction.</summary>
    public static JournalRow Insert(SqliteFile file, long id, JournalBatch batch, long heardAtTicks)
    {
        SegmentRows.WriteJournal(file, id, batch);
        return new JournalRow(id, batch.Readings.Count, batch.HeardAt, heardAtTicks, batch.Boot, batch.SourceOffsetMs);
    }

    /// <summary>Writes packs and takes the rows out that are in them now; within a transaction.</summary>
    public static void TurnIntoPacks(SqliteFile file, FormedPacks formed, List<JournalRow> journal)
    {
        foreach (StoredPack pack in formed.Packs)
        {
            SegmentRows.WritePack(file, pack);
        }

        HashSet<long> used = [.. formed.JournalIds];
        foreach (long id in used)
        {
            file.Execute("DELETE FROM journal WHERE id=$1", id);
        }

        journal.RemoveAll(r => used.Contains(r.Id));
    }

    /// <summary>The readings of a row.</summary>
    public static IReadOnlyList<Reading> ReadBody(SqliteFile file, long id)
    {
        using SqliteDataReader reader = file.Query($"SELECT {SegmentRows.JournalColumns} FROM journal WHERE id=$1", id);
        return reader.Read()
            ? SegmentRows.ReadJournal(reader).Readings
            : throw new InvalidDataException($"journal row {id} is missing");
    }
}

/// <summary>A row of the journal without its readings.</summary>
internal readonly record struct JournalRow(
    long Id, int Readings, DateTimeOffset HeardAt, long HeardAtTicks, string Boot, long? SourceOffsetMs);

/// <summary>The journal during a commit: its rows, the sequence the next pack gets, and how to read a row's readings.</summary>
internal readonly record struct JournalView(
    IReadOnlyList<JournalRow> Rows, long NextSequence, Func<long, IReadOnlyList<Reading>> Read);

/// <summary>Packs formed out of journal rows, in order of their sequence.</summary>
internal sealed record FormedPacks(IReadOnlyList<StoredPack> Packs, IReadOnlyList<long> JournalIds)
{
    public static readonly FormedPacks None = new([], []);
}
