using EnviAgriNet.Cloud.Registry.Audit;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Registry.Rehearsals;

/// <summary>The drills and back-tests that were started from a page, with their results. The oldest results make room. Safe for use by several threads.</summary>
internal sealed class RehearsalBook
{
    private const string Schema = """
        CREATE TABLE IF NOT EXISTS rehearsal(
            number INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, call TEXT NOT NULL, by TEXT NOT NULL, reason TEXT NOT NULL,
            started_at INTEGER NOT NULL, ended_at INTEGER, state TEXT NOT NULL, note TEXT NOT NULL, result TEXT) STRICT;
        """;

    private const string Columns = "number, kind, call, by, reason, started_at, ended_at, state, note";

    private readonly RegistryDatabase _database;
    private readonly AuditBook _audit;
    private readonly TimeProvider _time;

    public RehearsalBook(RegistryDatabase database, AuditBook audit, TimeProvider time)
    {
        _database = database;
        _audit = audit;
        _time = time;
        database.EnsureTables(Schema);
    }

    /// <summary>The newest of a kind, newest first.</summary>
    public IReadOnlyList<RehearsalLine> List(string kind) => _database.Read(c => c.List(
        $"SELECT {Columns} FROM rehearsal WHERE kind = $kind ORDER BY number DESC LIMIT {RehearsalLimits.RehearsalsKeptMax}", Read, ("$kind", kind)));

    /// <summary>One with its result, which is JSON; null when there is none of that number.</summary>
    public (RehearsalLine Line, string? Result)? Find(long number) => _database.Read<(RehearsalLine, string?)?>(c => c.List(
        $"SELECT {Columns}, result FROM rehearsal WHERE number = $number",
        row => (Read(row), row.IsDBNull(9) ? null : row.GetString(9)),
        ("$number", number)) is [var found] ? found : null);

    /// <summary>Enters one that begins, and makes room for it. Returns its number.</summary>
    public long Begin(string kind, string call, string by, string reason) => _database.Write(c =>
    {
        long number = (long)c.One(
            "INSERT INTO rehearsal(kind, call, by, reason, started_at, state, note) VALUES($kind, $call, $by, $reason, $at, $state, '') RETURNING number",
            ("$kind", kind), ("$call", call), ("$by", by), ("$reason", reason), ("$at", Now()), ("$state", nameof(RehearsalState.Running)))!;
        c.Run(
            "DELETE FROM rehearsal WHERE kind = $kind AND number NOT IN (SELECT number FROM rehearsal WHERE kind = $kind ORDER BY number DESC LIMIT "
            + $"{RehearsalLimits.RehearsalsKeptMax})",
            ("$kind", kind));
        Note(c, by, number, kind, "started", $"{reason}: {call}");
        return number;
    });

    /// <summary>Enters how one ended.</summary>
    public void End(long number, string kind, string by, RehearsalState state, string note, string? result) => _database.Write(c =>
    {
        c.Run(
            "UPDATE rehearsal SET ended_at = $at, state = $state, note = $note, result = $result WHERE number = $number",
            ("$at", Now()), ("$state", state.ToString()), ("$note", note), ("$result", result), ("$number", number));
        Note(c, by, number, kind, state.ToString().ToLowerInvariant(), note);
        return 0;
    });

    /// <summary>Says of those that a stop of the program cut off that they were. How many there were.</summary>
    public int EndCutOff() => _database.Write(c => c.Run(
        "UPDATE rehearsal SET ended_at = $at, state = $stopped, note = 'the program ended' WHERE state = $running",
        ("$at", Now()), ("$stopped", nameof(RehearsalState.Stopped)), ("$running", nameof(RehearsalState.Running))));

    /// <summary>Measured events of the past, newest first: what can be replayed.</summary>
    public IReadOnlyList<PastEvent> Events() => _database.Read(c => c.One("SELECT 1 FROM sqlite_master WHERE name = 'event'") is null
        ? []
        : c.List(
            $"""
            SELECT id, hazard, region, onset, ended, level FROM event WHERE id NOT LIKE '%-manual-%' ORDER BY onset DESC LIMIT {RehearsalLimits.PastEventsMax}
            """,
            row => new PastEvent(
                row.GetString(0), row.GetString(1), row.GetString(2), Time(row.GetInt64(3)), row.IsDBNull(4) ? null : Time(row.GetInt64(4)), row.GetString(5))));

    private void Note(SqliteConnection transaction, string by, long number, string kind, string step, string detail) =>
        _audit.Append(transaction, new AuditEntry(by, $"{kind}.{step}", $"rehearsal {number}", detail));

    private long Now() => _time.GetUtcNow().ToUnixTimeMilliseconds();

    private static DateTimeOffset Time(long ms) => DateTimeOffset.FromUnixTimeMilliseconds(ms);

    private static RehearsalLine Read(SqliteDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), Time(row.GetInt64(5)),
        row.IsDBNull(6) ? null : Time(row.GetInt64(6)), Enum.Parse<RehearsalState>(row.GetString(7)), row.GetString(8));
}

/// <summary>An event of the past.</summary>
/// <param name="Event">Its name.</param>
/// <param name="Hazard">Which hazard.</param>
/// <param name="Region">Where.</param>
/// <param name="Onset">When it began.</param>
/// <param name="EndedAt">When it ended; null while it lasts.</param>
/// <param name="Level">The level it had last.</param>
internal sealed record PastEvent(string Event, string Hazard, string Region, DateTimeOffset Onset, DateTimeOffset? EndedAt, string Level);
