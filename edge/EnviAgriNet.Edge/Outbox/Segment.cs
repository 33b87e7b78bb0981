using EnviAgriNet.Core.Readings;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Edge.Outbox;

/// <summary>
/// One file of the outbox: the packs from its first sequence on, what became of them, and, while it is the newest, the
/// journal of readings that are accepted and not yet in a pack. Owned by the outbox and used under its lock only.
/// Faults come out as <see cref="SqliteException"/> or <see cref="InvalidDataException"/>.
/// </summary>
internal sealed class Segment : IDisposable
{
    private SqliteFile? _openFile;
    private List<JournalRow> _journal = [];

    private Segment(string path, SqliteFile file)
    {
        Path = path;
        _openFile = file;
    }

    public string Path { get; }

    /// <summary>The first sequence it may hold; also in its name.</summary>
    public long First { get; private set; }

    /// <summary>The sequence the next pack gets; behind the last one for a segment that is not the newest.</summary>
    public long Next { get; private set; }

    public string Outbox { get; private set; } = string.Empty;

    /// <summary>How often the control database was rebuilt when this segment was last written.</summary>
    public long Generation { get; private set; }

    /// <summary>Readings accepted by this outbox from its beginning up to this segment.</summary>
    public long Accepted { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When the newest pack was heard; the time of creation while there is none.</summary>
    public DateTimeOffset NewestHeardAt { get; private set; }

    public bool IsThinned { get; private set; }

    /// <summary>Packs whose fate is open.</summary>
    public WaitingSet Waiting { get; } = new();

    /// <summary>Accepted readings that are not yet in a pack, oldest first.</summary>
    public IReadOnlyList<JournalRow> Journal => _journal;

    /// <summary>Bytes on disk, the log included.</summary>
    public long Bytes => LengthOf(Path) + LengthOf(Path + "-wal");

    private SqliteFile File => _openFile ??= SqliteFile.Open(Path);

    /// <summary>Bytes the file has once its log is emptied into it.</summary>
    public long ContentBytes => (File.Number("PRAGMA page_count") ?? 0) * (File.Number("PRAGMA page_size") ?? 0);

    /// <summary>The name of the segment that begins with this sequence.</summary>
    public static string NameOf(long first) => $"segment-{first:D16}.db";

    /// <summary>Makes a new segment.</summary>
    public static Segment Create(string folder, string outbox, long generation, long first, long accepted, DateTimeOffset now)
    {
        string path = System.IO.Path.Combine(folder, NameOf(first));
        SqliteFile file = SqliteFile.Open(path);
        try
        {
            file.InTransaction(durable: true, () =>
            {
                SegmentSchema.Create(file);
                WriteMeta(file, SegmentSchema.Outbox, outbox);
                WriteMeta(file, SegmentSchema.Generation, generation);
                WriteMeta(file, SegmentSchema.CreatedAt, now.ToUnixTimeMilliseconds());
                WriteMeta(file, SegmentSchema.FirstSequence, first);
                WriteMeta(file, SegmentSchema.NextSequence, first);
                WriteMeta(file, SegmentSchema.Accepted, accepted);
                WriteMeta(file, SegmentSchema.Complete, 1L);
            });
            Segment segment = new(path, file);
            segment.ReadMeta();
            return segment;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Opens a segment and reads what it holds.</summary>
    /// <param name="path">The file.</param>
    /// <param name="isChecked">Whether its whole structure is looked at first; else damage shows when a page is read.</param>
    public static Segment Open(string path, bool isChecked)
    {
        SqliteFile file = SqliteFile.Open(path);
        try
        {
            if (isChecked)
            {
                file.Check();
            }

            Segment segment = new(path, file);
            segment.ReadMeta();
            segment.ReadWaiting();
            segment.ReadJournal();
            return segment;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>
    /// In one transaction: takes batches into the journal, and turns journal rows into packs. Nothing is in memory before
    /// it is on disk.
    /// </summary>
    /// <param name="batches">What is accepted.</param>
    /// <param name="heardAtTicks">The monotonic moment of it.</param>
    /// <param name="form">Chooses and forms packs out of the journal as it then is; null to form none.</param>
    public FormedPacks Commit(IReadOnlyList<JournalBatch> batches, long heardAtTicks, Func<JournalView, FormedPacks>? form)
    {
        List<JournalRow> journal = [.. _journal];
        long accepted = Accepted;
        FormedPacks formed = FormedPacks.None;
        File.InTransaction(durable: true, () =>
        {
            foreach (JournalBatch batch in batches)
            {
                journal.Add(Insert(batch, heardAtTicks));
                accepted += batch.Readings.Count;
            }

            formed = form?.Invoke(new JournalView(journal, Next, ReadJournalBody)) ?? FormedPacks.None;
            Store(formed, journal);
            WriteMeta(File, SegmentSchema.Accepted, accepted);
        });
        _journal = journal;
        Accepted = accepted;
        if (formed.Packs.Count > 0)
        {
            Waiting.AddRange(Next, Next + formed.Packs.Count - 1);
            Next += formed.Packs.Count;
            NewestHeardAt = formed.Packs[^1].HeardAt;
        }

        return formed;
    }

    /// <summary>Reads up to a number of packs from a sequence on, or backwards; damaged rows throw an <see cref="InvalidDataException"/>.</summary>
    public IReadOnlyList<StoredPack> ReadPacks(long from, long last, int packsMax, bool descending)
    {
        List<StoredPack> packs = [];
        using SqliteDataReader reader = File.Query(
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

    /// <summary>Writes the fate of packs; those whose fate was settled before are passed over. Returns the packs it settled.</summary>
    public IReadOnlyList<SequenceRange> Settle(IReadOnlyList<SettledRange> ranges)
    {
        List<SettledRange> open = [];
        foreach (SettledRange settled in ranges)
        {
            foreach (SequenceRange range in Waiting.RemoveRange(settled.Range.First, settled.Range.Last))
            {
                open.Add(new SettledRange(range, settled.Fate));
            }
        }

        if (open.Count == 0)
        {
            return [];
        }

        try
        {
            // A receipt lost at a power cut only means that the pack is sent and receipted once more.
            File.InTransaction(durable: false, () => open.ForEach(o => SegmentRows.WriteSettled(File, o)));
        }
        catch
        {
            open.ForEach(o => Waiting.AddRange(o.Range.First, o.Range.Last));
            throw;
        }

        return [.. open.Select(o => o.Range)];
    }

    /// <summary>Puts other bytes in place of packs that have never left, with the stamps they now have.</summary>
    public void Replace(IReadOnlyList<StoredPack> packs) =>
        File.InTransaction(durable: true, () =>
        {
            foreach (StoredPack pack in packs)
            {
                File.Execute("DELETE FROM pack WHERE sequence=$1", pack.Sequence);
                SegmentRows.WritePack(File, pack);
            }
        });

    /// <summary>Remembers that a pack may have left, so that it is never stamped anew.</summary>
    public void MarkSent(long sequence) =>
        File.InTransaction(durable: true, () => File.Execute("UPDATE pack SET sent=1 WHERE sequence=$1", sequence));

    /// <summary>Waiting packs with doubtful stamps that have never left.</summary>
    public IReadOnlyList<long> DoubtfulPacks(int packsMax)
    {
        List<long> sequences = [];
        using SqliteDataReader reader = File.Query(
            "SELECT sequence FROM pack WHERE uncertainty_ms>0 AND offset_ms IS NOT NULL AND sent=0 ORDER BY sequence LIMIT $1",
            packsMax);
        while (reader.Read())
        {
            if (Waiting.Contains(reader.GetInt64(0)))
            {
                sequences.Add(reader.GetInt64(0));
            }
        }

        return sequences;
    }

    /// <summary>Readings and bytes of the packs heard since a time.</summary>
    public (long Packs, long Bytes) FlowSince(DateTimeOffset time)
    {
        using SqliteDataReader reader = File.Query(
            "SELECT count(*), coalesce(sum(bytes),0) FROM pack WHERE heard_ms>=$1", time.ToUnixTimeMilliseconds());
        reader.Read();
        return (reader.GetInt64(0), reader.GetInt64(1));
    }

    /// <summary>How many readings the packs of these ranges have.</summary>
    public long ReadingsIn(IEnumerable<SequenceRange> ranges) =>
        ranges.Sum(r => File.Number(
            "SELECT coalesce(sum(readings),0) FROM pack WHERE sequence BETWEEN $1 AND $2", r.First, r.Last) ?? 0);

    /// <summary>What a thinning took out and was not yet told in the control database, or null.</summary>
    public string? ThinNote() => File.Text("SELECT value FROM meta WHERE key=$1", SegmentSchema.ThinNote);

    public void ClearThinNote() => File.InTransaction(
        durable: true, () => File.Execute("DELETE FROM meta WHERE key=$1", SegmentSchema.ThinNote));

    public void WriteGeneration(long generation)
    {
        File.InTransaction(durable: true, () => WriteMeta(File, SegmentSchema.Generation, generation));
        Generation = generation;
    }

    /// <summary>Skips sequence numbers that may have been given out by what was lost.</summary>
    public void SkipTo(long next, long accepted)
    {
        File.InTransaction(durable: true, () =>
        {
            if (next > Next)
            {
                SegmentRows.WriteSettled(File, new SettledRange(new SequenceRange(Next, next - 1), PackFate.Lost));
            }

            WriteMeta(File, SegmentSchema.NextSequence, next);
            WriteMeta(File, SegmentSchema.Accepted, accepted);
        });
        Next = next;
        Accepted = accepted;
    }

    /// <summary>Closes the file until it is used again; the log is emptied into it.</summary>
    public void Rest()
    {
        _openFile?.Dispose();
        _openFile = null;
    }

    /// <inheritdoc/>
    public void Dispose() => Rest();

    internal static void WriteMeta(SqliteFile file, string key, object value) =>
        file.Execute("INSERT INTO meta(key,value) VALUES($1,$2) ON CONFLICT(key) DO UPDATE SET value=excluded.value", key, value);

    private static long LengthOf(string path)
    {
        FileInfo file = new(path);
        return file.Exists ? file.Length : 0;
    }

    private JournalRow Insert(JournalBatch batch, long heardAtTicks)
    {
        SegmentRows.WriteJournal(File, batch);
        long id = File.Number("SELECT last_insert_rowid()") ?? 0;
        return new JournalRow(id, batch.Readings.Count, batch.HeardAt, heardAtTicks, batch.Boot, batch.SourceOffsetMs);
    }

    private void Store(FormedPacks formed, List<JournalRow> journal)
    {
        if (formed.Packs.Count == 0)
        {
            return;
        }

        foreach (StoredPack pack in formed.Packs)
        {
            SegmentRows.WritePack(File, pack);
        }

        HashSet<long> used = [.. formed.JournalIds];
        foreach (long id in used)
        {
            File.Execute("DELETE FROM journal WHERE id=$1", id);
        }

        journal.RemoveAll(r => used.Contains(r.Id));
        WriteMeta(File, SegmentSchema.NextSequence, Next + formed.Packs.Count);
    }

    private IReadOnlyList<Reading> ReadJournalBody(long id)
    {
        using SqliteDataReader reader = File.Query("SELECT body, body_check FROM journal WHERE id=$1", id);
        return reader.Read()
            ? JournalCodec.Decode(SegmentRows.ReadChecked(reader, 0, 1))
            : throw new InvalidDataException($"journal row {id} is missing");
    }

    private void ReadMeta()
    {
        long Need(string key) => File.Number("SELECT value FROM meta WHERE key=$1", key)
            ?? throw new InvalidDataException($"the segment has no '{key}'");

        Outbox = File.Text("SELECT value FROM meta WHERE key=$1", SegmentSchema.Outbox)
            ?? throw new InvalidDataException("the segment has no outbox id");
        _ = Need(SegmentSchema.Complete);
        Generation = Need(SegmentSchema.Generation);
        First = Need(SegmentSchema.FirstSequence);
        Next = Need(SegmentSchema.NextSequence);
        Accepted = Need(SegmentSchema.Accepted);
        CreatedAt = NewestHeardAt = DateTimeOffset.FromUnixTimeMilliseconds(Need(SegmentSchema.CreatedAt));
        IsThinned = File.Number("SELECT value FROM meta WHERE key=$1", SegmentSchema.Thinned) == 1;
    }

    private void ReadWaiting()
    {
        if (Next > First)
        {
            Waiting.AddRange(First, Next - 1);
        }

        foreach (SettledRange settled in SegmentRows.ReadSettled(File))
        {
            Waiting.RemoveRange(settled.Range.First, settled.Range.Last);
        }

        if (File.Number("SELECT heard_ms FROM pack ORDER BY sequence DESC LIMIT 1") is { } heard)
        {
            NewestHeardAt = DateTimeOffset.FromUnixTimeMilliseconds(heard);
        }
    }

    private void ReadJournal()
    {
        using SqliteDataReader reader = File.Query("SELECT id, readings, heard_ms, boot, offset_ms FROM journal ORDER BY id");
        while (reader.Read())
        {
            // What was heard before this start is due at once: its monotonic moment is taken as the earliest there is.
            _journal.Add(new JournalRow(
                reader.GetInt64(0),
                reader.GetInt32(1),
                DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(2)),
                long.MinValue,
                reader.GetString(3),
                reader.IsDBNull(4) ? null : reader.GetInt64(4)));
        }
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
