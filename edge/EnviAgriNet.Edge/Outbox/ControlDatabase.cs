using System.Security.Cryptography;
using EnviAgriNet.Edge.Clock;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Edge.Outbox;

/// <summary>
/// The small database beside the segments: which outbox this is, which segments exist, what was counted, which events wait for
/// a receipt. What the segments know as well is taken from them when this file is lost. Used under the outbox's lock only.
/// </summary>
internal sealed class ControlDatabase : IDisposable
{
    public const string FileName = "outbox.db";

    // With each commit of the segment one of these pages is written: a small one holds what it holds.
    private const int PageBytes = 1024;

    private const string CleanlyClosed = "closed";

    private static readonly string[] Tables =
    [
        "CREATE TABLE IF NOT EXISTS number(key TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID",
        "CREATE TABLE IF NOT EXISTS text(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
        "CREATE TABLE IF NOT EXISTS segment(first INTEGER PRIMARY KEY, state INTEGER NOT NULL, next INTEGER NOT NULL)",
        PackBook.Table,
        PendingEvents.Table,
        NoticeMemory.Table,
        BoardMemory.Table,
        BootMemory.Table,
        ConfigMemory.Table,
        AlarmMemory.Table,
        LossMemory.Table,
    ];

    private readonly SqliteFile _file;

    private ControlDatabase(SqliteFile file)
    {
        _file = file;
        Packs = new PackBook(file);
        Events = new PendingEvents(file, this);
        Notices = new NoticeMemory(file);
        Board = new BoardMemory(file);
        Boots = new BootMemory(file);
        Config = new ConfigMemory(file);
        Alarms = new AlarmMemory(file);
        Losses = new LossMemory(file, this);
    }

    /// <summary>The packs that wait.</summary>
    public PackBook Packs { get; }

    public PendingEvents Events { get; }

    public NoticeMemory Notices { get; }

    public BoardMemory Board { get; }

    public BootMemory Boots { get; }

    public ConfigMemory Config { get; }

    public AlarmMemory Alarms { get; }

    public LossMemory Losses { get; }

    /// <summary>Whether it was made just now, so that the segments have to tell.</summary>
    public bool IsNew { get; private init; }

    /// <summary>
    /// Whether nothing that was noted can have been forgotten: the power was not cut since this file was last open. What is noted
    /// without waiting for the disk outlives the process, not the power.
    /// </summary>
    public bool IsUnbroken { get; set; }

    /// <summary>Whether the book of packs is complete, so that the segments need not tell.</summary>
    public bool IsBooked => Count(Counter.Booked) == 1;

    public string Outbox { get; private set; } = string.Empty;

    public long Generation => Count(Counter.Generation);

    /// <summary>Opens or makes the file; damage is thrown as it comes from SQLite.</summary>
    public static ControlDatabase Open(string folder)
    {
        SqliteFile file = SqliteFile.Open(Path.Combine(folder, ControlDatabase.FileName), PageBytes);
        try
        {
            file.Check();
            foreach (string table in Tables)
            {
                file.Execute(table);
            }

            string? outbox = file.Text("SELECT value FROM text WHERE key='outbox'");
            ControlDatabase control = new(file) { IsNew = outbox is null, Outbox = outbox ?? string.Empty };
            control.NoteOpen();
            return control;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Gives a new control database its identity: one that the segments know, or a fresh one.</summary>
    public void Begin(string? outbox, long generation, long reserved)
    {
        Outbox = outbox ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        _file.InTransaction(durable: true, () =>
        {
            SetText("outbox", Outbox);
            Set(Counter.Generation, generation);
            Set(Counter.SequencesReserved, reserved);
            Events.BeginAt(generation);
        });
    }

    public long Count(Counter counter) =>
        _file.Number("SELECT value FROM number WHERE key=$1", counter.ToString()) ?? 0;

    /// <summary>Runs steps in one durable transaction.</summary>
    public void Write(Action steps) => _file.InTransaction(durable: true, steps);

    /// <summary>Runs steps in one transaction that a power cut may cost, but no end of the process.</summary>
    public void WriteLightly(Action steps) => _file.InTransaction(durable: false, steps);

    /// <summary>
    /// Notes how far the active segment is and which packs it has now; may be lost at a power cut, since the segment itself knows
    /// better.
    /// </summary>
    public void NoteProgress(OutboxProgress progress, IReadOnlyList<StoredPack> formed) => _file.InTransaction(durable: false, () =>
    {
        Set(progress);
        foreach (StoredPack pack in formed)
        {
            Packs.Enter(pack.Sequence, pack.Readings);
        }
    });

    /// <summary>Takes packs out of the book; may be lost at a power cut, and then they are sent and receipted once more.</summary>
    public void NoteSettled(long first, long last) => _file.InTransaction(durable: false, () => Packs.Remove(first, last));

    /// <summary>How far the active segment is, as last noted.</summary>
    public OutboxProgress Progress() => new(
        Math.Max(1, Count(Counter.NextSequence)), Count(Counter.Accepted), Count(Counter.JournalReadings));

    /// <summary>Sets how far the active segment is; within <see cref="Write"/>.</summary>
    public void Set(OutboxProgress progress)
    {
        Set(Counter.NextSequence, progress.NextSequence);
        Set(Counter.Accepted, progress.Accepted);
        Set(Counter.JournalReadings, progress.JournalReadings);
    }

    /// <summary>Adds to a counter; within <see cref="Write"/>.</summary>
    public void Add(Counter counter, long amount) => _file.Execute(
        "INSERT INTO number VALUES($1,$2) ON CONFLICT(key) DO UPDATE SET value=value+excluded.value",
        counter.ToString(), amount);

    /// <summary>Sets a counter; within <see cref="Write"/>.</summary>
    public void Set(Counter counter, long value) => _file.Execute(
        "INSERT INTO number VALUES($1,$2) ON CONFLICT(key) DO UPDATE SET value=excluded.value", counter.ToString(), value);

    /// <summary>The segments that exist or are being made or deleted, by their first sequence.</summary>
    public SortedDictionary<long, SegmentEntry> Segments()
    {
        SortedDictionary<long, SegmentEntry> segments = [];
        using SqliteDataReader reader = _file.Query("SELECT first, state, next FROM segment");
        while (reader.Read())
        {
            segments.Add(reader.GetInt64(0), new SegmentEntry((SegmentState)reader.GetInt64(1), reader.GetInt64(2)));
        }

        return segments;
    }

    /// <summary>Sets the state of a segment; within <see cref="Write"/>.</summary>
    /// <param name="first">Its first sequence.</param>
    /// <param name="state">Where it stands.</param>
    /// <param name="next">The sequence behind its last one when it is sealed, else 0.</param>
    public void SetSegment(long first, SegmentState state, long next) =>
        _file.Execute("INSERT OR REPLACE INTO segment VALUES($1,$2,$3)", first, (long)state, next);

    /// <summary>Forgets a segment; within <see cref="Write"/>.</summary>
    public void ForgetSegment(long first) => _file.Execute("DELETE FROM segment WHERE first=$1", first);

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            Write(() => SetText("boot", CleanlyClosed));
        }
        catch (SqliteException)
        {
            // A full or broken disk: the next start then takes it that the power was cut.
        }

        _file.Dispose();
    }

    private void NoteOpen()
    {
        string boot = KernelClock.BootId();
        string? before = _file.Text("SELECT value FROM text WHERE key='boot'");
        IsUnbroken = before == CleanlyClosed || (before is not null && before == boot);
        Write(() => SetText("boot", boot));
    }

    private void SetText(string key, string value) => _file.Execute("INSERT OR REPLACE INTO text VALUES($1,$2)", key, value);
}

/// <summary>What the control database counts, for the life of the outbox.</summary>
internal enum Counter
{
    /// <summary>How often the control database was rebuilt.</summary>
    Generation,

    /// <summary>No sequence above this was ever given out.</summary>
    SequencesReserved,

    /// <summary>The next sequence, as last noted.</summary>
    NextSequence,

    /// <summary>Accepted readings, as last noted.</summary>
    Accepted,

    /// <summary>Accepted readings that were not yet in a pack, as last noted.</summary>
    JournalReadings,

    /// <summary>1 once the book of packs was filled.</summary>
    Booked,

    /// <summary>Numbers that were given out for no pack.</summary>
    SequencesSkipped,

    ReadingsDropped,
    ReadingsLost,
    PacksDropped,
    ReadingsThinned,
    PacksRejected,
    PacksLost,
    PacksSalvaged,
    SegmentsCorrupt,
    EventsDropped,
}

/// <summary>Where a segment stands in its life.</summary>
internal enum SegmentState
{
    /// <summary>Its file is being made; it holds nothing.</summary>
    Making,

    /// <summary>Its file holds packs.</summary>
    Live,

    /// <summary>All was accounted for; its file is being deleted.</summary>
    Retiring,
}

/// <summary>What the control database knows of a segment.</summary>
internal readonly record struct SegmentEntry(SegmentState State, long Next);

/// <summary>How far an outbox is.</summary>
/// <param name="NextSequence">The number the next pack gets.</param>
/// <param name="Accepted">Readings accepted from the beginning.</param>
/// <param name="JournalReadings">Those of them that are not yet in a pack.</param>
internal readonly record struct OutboxProgress(long NextSequence, long Accepted, long JournalReadings);
