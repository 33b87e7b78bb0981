using EnviAgriNet.Protocol.Messages;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Edge.Outbox;

/// <summary>Events that wait for a receipt, kept in the control database.</summary>
internal sealed class PendingEvents(SqliteFile file, ControlDatabase control)
{
    public const string Table =
        """
        CREATE TABLE IF NOT EXISTS event(
            id INTEGER PRIMARY KEY AUTOINCREMENT, origin TEXT UNIQUE, kind INTEGER NOT NULL, at_ms INTEGER NOT NULL,
            first INTEGER NOT NULL, last INTEGER NOT NULL, readings INTEGER NOT NULL, alert TEXT NOT NULL,
            reason TEXT NOT NULL)
        """;

    private long? _untold;

    /// <summary>Readings that were given up and that the cloud does not yet know of.</summary>
    public long Untold => _untold ??= file.Number(
        "SELECT coalesce(sum(CASE WHEN kind IN (1,2,3) THEN readings WHEN kind=4 THEN max(0,readings-1) ELSE 0 END),0) FROM event") ?? 0;

    /// <summary>How many wait.</summary>
    public long Count => file.Number("SELECT count(*) FROM event") ?? 0;

    /// <summary>Lets ids begin above those that an earlier control database may have given out; within a transaction.</summary>
    public void BeginAt(long generation)
    {
        file.Execute("DELETE FROM sqlite_sequence WHERE name='event'");
        file.Execute("INSERT INTO sqlite_sequence(name,seq) VALUES('event',$1)", generation * Limits.EventIdsPerGeneration);
    }

    /// <summary>Adds an event; within a transaction. With an origin it is added once however often it is called.</summary>
    public bool Add(StationEvent told, DateTimeOffset at, string? origin)
    {
        _untold = null;
        bool isAdded = file.Execute(
            "INSERT OR IGNORE INTO event(origin,kind,at_ms,first,last,readings,alert,reason) VALUES($1,$2,$3,$4,$5,$6,$7,$8)",
            origin, (long)told.Kind, at.ToUnixTimeMilliseconds(), told.First, told.Last, told.Readings, told.Alert,
            told.Reason) > 0;
        if (Count > Limits.EventsWaitingMax)
        {
            // What was lost for good matters more than what happened: those events go last.
            file.Execute("DELETE FROM event WHERE id=(SELECT id FROM event ORDER BY kind IN (1,2,3,5), id LIMIT 1)");
            control.Add(Counter.EventsDropped, 1);
        }

        return isAdded;
    }

    /// <summary>The oldest events.</summary>
    public IReadOnlyList<StationEvent> Oldest(int eventsMax)
    {
        List<StationEvent> events = [];
        using SqliteDataReader reader = file.Query(
            "SELECT id,kind,at_ms,first,last,readings,alert,reason FROM event ORDER BY id LIMIT $1", eventsMax);
        while (reader.Read())
        {
            events.Add(new StationEvent
            {
                Outbox = control.Outbox,
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
    public void Forget(IReadOnlyList<long> ids) => control.Write(() =>
    {
        _untold = null;
        foreach (long id in ids)
        {
            file.Execute("DELETE FROM event WHERE id=$1", id);
        }
    });
}
