using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Edge.Outbox;

/// <summary>
/// How many readings were accepted up to and with the newest row of a segment's journal. SQLite writes each page that a commit
/// touches whole, and a batch alone is to touch one, that of its row: so the count is written when packs take rows out of the
/// journal, and the readings of later rows come on top of what was written.
/// </summary>
/// <param name="Accepted">Readings accepted by this outbox from its beginning.</param>
/// <param name="LastRow">The highest number that a row of the journal was given.</param>
/// <param name="IsBegun">Whether the file counts like this: those of before have all readings in the count.</param>
/// <param name="IsWritten">Whether nothing comes on top.</param>
internal readonly record struct AcceptedCount(long Accepted, long LastRow, bool IsBegun, bool IsWritten)
{
    // So far above the numbers of rows that SQLite need not write down with every row the highest it gave out. A program of before goes
    // on from there, and counts each row at once.
    private const long RowsMax = 1L << 53;

    /// <summary>Reads the count of a file with this journal.</summary>
    public static AcceptedCount Read(SqliteFile file, IReadOnlyList<JournalRow> journal)
    {
        long written = SegmentMeta.Number(file, SegmentSchema.Accepted)
            ?? throw new InvalidDataException($"the segment has no '{SegmentSchema.Accepted}'");
        long last = journal.Count == 0 ? 0 : journal[^1].Id;
        if (SegmentMeta.Number(file, SegmentSchema.Counted) is not { } counted || last - counted > RowsMax / 2)
        {
            return new AcceptedCount(written, last, IsBegun: false, IsWritten: true);
        }

        long onTop = journal.Where(r => IsOnTop(r.Id, counted)).Sum(r => (long)r.Readings);
        return new AcceptedCount(written + onTop, Math.Max(last, counted), IsBegun: true, IsWritten: onTop == 0);
    }

    /// <summary>Whether a row's readings come on top of what was written.</summary>
    public static bool IsOnTop(long row, long? counted) => row > counted && row - counted <= RowsMax / 2;

    /// <summary>With one more row.</summary>
    public AcceptedCount Add(JournalRow row) => this with { Accepted = Accepted + row.Readings, LastRow = row.Id, IsWritten = false };

    /// <summary>Writes the count down; within a transaction.</summary>
    public AcceptedCount Write(SqliteFile file)
    {
        if (!IsBegun)
        {
            file.Execute("DELETE FROM sqlite_sequence WHERE name='journal'");
            file.Execute("INSERT INTO sqlite_sequence(name,seq) VALUES('journal',$1)", LastRow + RowsMax);
        }

        SegmentMeta.Write(file, SegmentSchema.Accepted, Accepted);
        SegmentMeta.Write(file, SegmentSchema.Counted, LastRow);
        return this with { IsBegun = true, IsWritten = true };
    }

    /// <summary>
    /// Writes the count of a file that is closed, so that it lies apart from the rows, and programs of before understand the file.
    /// </summary>
    public AcceptedCount TryWrite(SqliteFile file)
    {
        AcceptedCount written = this;
        try
        {
            if (!IsWritten)
            {
                file.InTransaction(durable: false, () => written = written.Write(file));
            }

            return written;
        }
        catch (SqliteException)
        {
            // The rows tell as well.
            return this;
        }
    }
}
