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
    private AcceptedCount _count;

    private Segment(string path, SqliteFile file)
    {
        Path = path;
        _openFile = file;
        Packs = new SegmentPacks(() => File);
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
    public long Accepted => _count.Accepted;

    /// <summary>Readings accepted before this segment was begun.</summary>
    public long Begun { get; private set; }

    /// <summary>Readings given up of which the cloud did not know when this segment was last written.</summary>
    public long Untold { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When the newest pack was heard; the time of creation while there is none.</summary>
    public DateTimeOffset NewestHeardAt { get; private set; }

    public bool IsThinned { get; private set; }

    /// <summary>Packs whose fate is open.</summary>
    public SequenceSet Waiting { get; private set; } = new();

    /// <summary>The packs in the file.</summary>
    public SegmentPacks Packs { get; }

    /// <summary>Accepted readings that are not yet in a pack, oldest first.</summary>
    public IReadOnlyList<JournalRow> Journal => _journal;

    /// <summary>Bytes on disk, the log included.</summary>
    public long Bytes => SqliteFile.LengthOf(Path);

    private SqliteFile File => _openFile ??= SqliteFile.Open(Path);

    /// <summary>Bytes the file has once its log is emptied into it.</summary>
    public long ContentBytes => (File.Number("PRAGMA page_count") ?? 0) * (File.Number("PRAGMA page_size") ?? 0);

    /// <summary>The name of the segment that begins with this sequence.</summary>
    public static string NameOf(long first) => $"segment-{first:D16}.db";

    /// <summary>Makes a new segment.</summary>
    public static Segment Create(string folder, string outbox, long generation, long first, long accepted, DateTimeOffset now) => Open(
        System.IO.Path.Combine(folder, NameOf(first)),
        file => file.InTransaction(durable: true, () => SegmentMeta.Begin(file, outbox, generation, first, accepted, now)));

    /// <summary>Opens a segment and reads what it holds.</summary>
    /// <param name="path">The file.</param>
    /// <param name="isChecked">Whether its whole structure is looked at first; else damage shows when a page is read.</param>
    public static Segment Open(string path, bool isChecked) => Open(path, isChecked ? file => file.Check() : _ => { });

    /// <summary>
    /// In one transaction: takes batches into the journal, and turns journal rows into packs. Nothing is in memory before
    /// it is on disk.
    /// </summary>
    /// <param name="batches">What is accepted.</param>
    /// <param name="heardAtTicks">The monotonic moment of it.</param>
    /// <param name="untold">Readings given up of which the cloud does not know yet.</param>
    /// <param name="form">Chooses and forms packs out of the journal as it then is; null to form none.</param>
    public FormedPacks Commit(
        IReadOnlyList<JournalBatch> batches, long heardAtTicks, long untold, Func<JournalView, FormedPacks>? form)
    {
        List<JournalRow> journal = [.. _journal];
        AcceptedCount count = _count;
        FormedPacks formed = FormedPacks.None;
        File.InTransaction(durable: true, () =>
        {
            foreach (JournalBatch batch in batches)
            {
                journal.Add(SegmentJournal.Insert(File, count.LastRow + 1, batch, heardAtTicks));
                count = count.Add(journal[^1]);
            }

            formed = form?.Invoke(new JournalView(journal, Next, id => SegmentJournal.ReadBody(File, id))) ?? FormedPacks.None;
            SegmentJournal.TurnIntoPacks(File, formed, journal);
            if (formed.Packs.Count > 0 || !count.IsBegun)
            {
                SegmentMeta.Write(File, SegmentSchema.NextSequence, Next + formed.Packs.Count);
                count = count.Write(File);
            }

            if (untold != Untold)
            {
                SegmentMeta.Write(File, SegmentSchema.Untold, untold);
            }
        });
        _journal = journal;
        _count = count;
        Untold = untold;
        if (formed.Packs.Count > 0)
        {
            Waiting.AddRange(Next, Next + formed.Packs.Count - 1);
            Next += formed.Packs.Count;
            NewestHeardAt = formed.Packs[^1].HeardAt;
        }

        return formed;
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

    /// <summary>Belongs to another control database from now on; what the one before had not told is not accepted.</summary>
    public void Adopt(long generation)
    {
        AcceptedCount count = _count with { Accepted = Accepted - Untold };
        File.InTransaction(durable: true, () =>
        {
            SegmentMeta.Write(File, SegmentSchema.Generation, generation);
            count = count.Write(File);
            SegmentMeta.Write(File, SegmentSchema.Untold, 0L);
        });
        Generation = generation;
        _count = count;
        Untold = 0;
    }

    /// <summary>Takes over which packs wait from where it is known better.</summary>
    public void KeepWaiting(SequenceSet waiting) => Waiting = waiting;

    /// <summary>Closes the sound file until it is used again; the log is emptied into it.</summary>
    public void Rest()
    {
        if (_openFile is not null)
        {
            _count = _count.TryWrite(_openFile);
        }

        Dispose();
    }

    /// <summary>Closes the file as it is.</summary>
    public void Dispose()
    {
        _openFile?.Dispose();
        _openFile = null;
    }

    private static Segment Open(string path, Action<SqliteFile> prepare)
    {
        SqliteFile file = SqliteFile.Open(path);
        try
        {
            prepare(file);
            Segment segment = new(path, file);
            segment.ReadMeta();
            segment.ReadWaiting();
            segment._journal = SegmentJournal.Load(file);
            segment._count = AcceptedCount.Read(file, segment._journal);
            return segment;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private void ReadMeta()
    {
        long Need(string key) => SegmentMeta.Number(File, key)
            ?? throw new InvalidDataException($"the segment has no '{key}'");

        Outbox = SegmentMeta.Text(File, SegmentSchema.Outbox)
            ?? throw new InvalidDataException("the segment has no outbox id");
        _ = Need(SegmentSchema.Complete);
        Generation = Need(SegmentSchema.Generation);
        First = Need(SegmentSchema.FirstSequence);
        Next = Need(SegmentSchema.NextSequence);
        Begun = SegmentMeta.Number(File, SegmentSchema.Begun) ?? 0;
        Untold = SegmentMeta.Number(File, SegmentSchema.Untold) ?? 0;
        CreatedAt = NewestHeardAt = DateTimeOffset.FromUnixTimeMilliseconds(Need(SegmentSchema.CreatedAt));
        IsThinned = SegmentMeta.Number(File, SegmentSchema.Thinned) == 1;
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

        NewestHeardAt = Packs.NewestHeardAt() ?? CreatedAt;
    }
}
