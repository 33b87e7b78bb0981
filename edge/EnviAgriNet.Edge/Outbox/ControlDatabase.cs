using System.Security.Cryptography;
using EnviAgriNet.Protocol.Messages;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Edge.Outbox;

/// <summary>
/// The small database beside the segments: which outbox this is, which segments exist, what was counted, which events wait for
/// a receipt. What the segments know as well is taken from them when this file is lost. Used under the outbox's lock only.
/// </summary>
internal sealed class ControlDatabase : IDisposable
{
    public const string FileName = "outbox.db";

    private static readonly string[] Tables =
    [
        "CREATE TABLE IF NOT EXISTS number(key TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID",
        "CREATE TABLE IF NOT EXISTS text(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
        "CREATE TABLE IF NOT EXISTS segment(first INTEGER PRIMARY KEY, state INTEGER NOT NULL, next INTEGER NOT NULL)",
        """
        CREATE TABLE IF NOT EXISTS event(
            id INTEGER PRIMARY KEY AUTOINCREMENT, origin TEXT UNIQUE, kind INTEGER NOT NULL, at_ms INTEGER NOT NULL,
            first INTEGER NOT NULL, last INTEGER NOT NULL, readings INTEGER NOT NULL, alert TEXT NOT NULL,
            reason TEXT NOT NULL)
        """,
        "CREATE TABLE IF NOT EXISTS notice(id TEXT NOT NULL, version INTEGER NOT NULL, at_ms INTEGER NOT NULL, PRIMARY KEY(id, version))",
        "CREATE TABLE IF NOT EXISTS boot(id TEXT PRIMARY KEY, place INTEGER NOT NULL, first_mono_ms INTEGER NOT NULL, last_mono_ms INTEGER NOT NULL, offset_ms INTEGER, uncertainty_ms INTEGER NOT NULL)",
    ];

    private readonly SqliteFile _file;

    private ControlDatabase(SqliteFile file) => _file = file;

    /// <summary>Whether it was made just now, so that the segments have to tell.</summary>
    public bool IsNew { get; private init; }

    public string Outbox { get; private set; } = string.Empty;

    public long Generation => Count(Counter.Generation);

    /// <summary>Opens or makes the file; damage is thrown as it comes from SQLite.</summary>
    public static ControlDatabase Open(string folder)
    {
        SqliteFile file = SqliteFile.Open(Path.Combine(folder, ControlDatabase.FileName));
        try
        {
            file.Check();
            foreach (string table in Tables)
            {
                file.Execute(table);
            }

            string? outbox = file.Text("SELECT value FROM text WHERE key='outbox'");
            return new ControlDatabase(file) { IsNew = outbox is null, Outbox = outbox ?? string.Empty };
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
            _file.Execute("INSERT OR REPLACE INTO text VALUES('outbox',$1)", Outbox);
            Set(Counter.Generation, generation);
            Set(Counter.SequencesReserved, reserved);
            _file.Execute("DELETE FROM sqlite_sequence WHERE name='event'");
            _file.Execute(
                "INSERT INTO sqlite_sequence(name,seq) VALUES('event',$1)", generation * Limits.EventIdsPerGeneration);
        });
    }

    public long Count(Counter counter) =>
        _file.Number("SELECT value FROM number WHERE key=$1", counter.ToString()) ?? 0;

    /// <summary>Runs steps in one durable transaction.</summary>
    public void Write(Action steps) => _file.InTransaction(durable: true, steps);

    /// <summary>Notes how far the active segment is; may be lost at a power cut, since the segment itself knows better.</summary>
    public void NoteProgress(long nextSequence, long accepted) => _file.InTransaction(durable: false, () =>
    {
        Set(Counter.NextSequence, nextSequence);
        Set(Counter.Accepted, accepted);
    });

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

    /// <summary>
    /// Adds an event; within <see cref="Write"/>. With an origin it is added once however often it is called.
    /// </summary>
    public bool AddEvent(StationEvent told, DateTimeOffset at, string? origin)
    {
        bool isAdded = _file.Execute(
            "INSERT OR IGNORE INTO event(origin,kind,at_ms,first,last,readings,alert,reason) VALUES($1,$2,$3,$4,$5,$6,$7,$8)",
            origin, (long)told.Kind, at.ToUnixTimeMilliseconds(), told.First, told.Last, told.Readings, told.Alert,
            told.Reason) > 0;
        long waiting = _file.Number("SELECT count(*) FROM event") ?? 0;
        if (waiting > Limits.EventsWaitingMax)
        {
            // What was lost for good matters more than what happened: those events go last.
            _file.Execute(
                "DELETE FROM event WHERE id=(SELECT id FROM event ORDER BY kind IN (1,2,3,5), id LIMIT 1)");
            Add(Counter.EventsDropped, 1);
        }

        return isAdded;
    }

    /// <summary>Events that wait for a receipt, oldest first.</summary>
    public IReadOnlyList<StationEvent> Events(int eventsMax)
    {
        List<StationEvent> events = [];
        using SqliteDataReader reader = _file.Query(
            "SELECT id,kind,at_ms,first,last,readings,alert,reason FROM event ORDER BY id LIMIT $1", eventsMax);
        while (reader.Read())
        {
            events.Add(new StationEvent
            {
                Outbox = Outbox,
                Id = reader.GetInt64(0),
                Kind = (StationEventKind)reader.GetInt32(1),
                At = reader.GetInt64(2) / 1000.0,
                First = reader.GetInt64(3),
                Last = reader.GetInt64(4),
                Readings = reader.GetInt64(5),
                Alert = reader.GetString(6),
                Reason = reader.GetString(7),
            });
        }

        return events;
    }

    /// <summary>Forgets events that were receipted.</summary>
    public void ForgetEvents(IReadOnlyList<long> ids) => Write(() =>
    {
        foreach (long id in ids)
        {
            _file.Execute("DELETE FROM event WHERE id=$1", id);
        }
    });

    /// <summary>Whether this version of an alert was handled before.</summary>
    public bool KnowsNotice(string identifier, int version) =>
        _file.Number("SELECT count(*) FROM notice WHERE id=$1 AND version=$2", identifier, version) > 0;

    /// <summary>Remembers that a version of an alert was handled; within <see cref="Write"/>.</summary>
    public void RememberNotice(string identifier, int version, DateTimeOffset at)
    {
        _file.Execute("INSERT OR REPLACE INTO notice VALUES($1,$2,$3)", identifier, version, at.ToUnixTimeMilliseconds());
        _file.Execute(
            "DELETE FROM notice WHERE rowid NOT IN (SELECT rowid FROM notice ORDER BY rowid DESC LIMIT $1)",
            Limits.NoticesRememberedMax);
    }

    /// <summary>The boots whose clock is remembered, in the order they came.</summary>
    public IReadOnlyList<Clock.BootRecord> Boots()
    {
        List<Clock.BootRecord> boots = [];
        using SqliteDataReader reader = _file.Query(
            "SELECT id,first_mono_ms,last_mono_ms,offset_ms,uncertainty_ms FROM boot ORDER BY place");
        while (reader.Read())
        {
            boots.Add(new Clock.BootRecord(
                reader.GetString(0), reader.GetInt64(1), reader.GetInt64(2),
                reader.IsDBNull(3) ? null : reader.GetInt64(3), TimeSpan.FromMilliseconds(reader.GetInt64(4))));
        }

        return boots;
    }

    /// <summary>Keeps the clock line of a boot; the oldest boots beyond the bound are forgotten.</summary>
    public void KeepBoot(Clock.BootRecord boot) => _file.InTransaction(durable: false, () =>
    {
        _file.Execute(
            """
            INSERT INTO boot VALUES($1,(SELECT coalesce(max(place),0)+1 FROM boot),$2,$3,$4,$5) ON CONFLICT(id) DO UPDATE SET
            first_mono_ms=excluded.first_mono_ms, last_mono_ms=excluded.last_mono_ms, offset_ms=excluded.offset_ms,
            uncertainty_ms=excluded.uncertainty_ms
            """,
            boot.Id, boot.FirstMonoMs, boot.LastMonoMs, boot.OffsetMs, (long)boot.Uncertainty.TotalMilliseconds);
        _file.Execute(
            "DELETE FROM boot WHERE place<=(SELECT max(place) FROM boot)-$1", Limits.BootsRememberedMax);
    });

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
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

    ReadingsDropped,
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
