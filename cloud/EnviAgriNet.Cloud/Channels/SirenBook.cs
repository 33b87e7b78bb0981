using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Protocol.Messages;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Channels;

/// <summary>
/// The sirens' side of the deliveries, and how far the stations' events were gone through: both in one transaction, so that an event
/// is acted upon exactly when the mark says so.
/// </summary>
internal sealed class SirenBook
{
    private const string Tables = """
        CREATE TABLE IF NOT EXISTS siren_mark(one INTEGER PRIMARY KEY CHECK (one = 1), event INTEGER NOT NULL);
        CREATE TABLE IF NOT EXISTS siren_acknowledgement(
            alert TEXT NOT NULL, station TEXT NOT NULL, what TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY(alert, station)) WITHOUT ROWID;
        """;

    private readonly RegistryDatabase _database;

    // The deliveries' tables must be there before one can be confirmed.
    public SirenBook(RegistryDatabase database, DeliveryBook deliveries)
    {
        ArgumentNullException.ThrowIfNull(deliveries);
        _database = database;
        database.EnsureTables(Tables);
    }

    /// <summary>The last event that was gone through; 0 before the first.</summary>
    public long Mark => _database.Read(connection => (long)(connection.One("SELECT event FROM siren_mark") ?? 0L));

    /// <summary>Confirms the notices that events say are shown, and moves the mark. A repeat changes nothing.</summary>
    public void Enter(IReadOnlyList<StoredEvent> events, long mark, DateTimeOffset now) => _database.Write(connection =>
    {
        foreach (StoredEvent stored in events)
        {
            switch (stored.Event?.Kind)
            {
                case StationEventKind.AlertShown:
                    ConfirmShown(connection, stored.Station, stored.Event.Alert, now);
                    break;
                case StationEventKind.AlertFailed:
                    Fail(connection, stored.Station, stored.Event, now);
                    break;
                case StationEventKind.AlertAcknowledged:
                    Acknowledge(connection, stored.Station, stored.Event, now);
                    break;
                default:
                    break;
            }
        }

        return connection.Run("INSERT OR REPLACE INTO siren_mark VALUES (1, $mark)", ("$mark", mark));
    });

    /// <summary>Centres are back: what waits for them goes at once. The number of notices that do.</summary>
    public int ResendTo(IReadOnlyList<StationId> stations, DateTimeOffset now) => _database.Write(connection =>
    {
        // Mostly nothing waits, also when the whole network comes back at once.
        HashSet<string> waiting = [.. connection.List(
            "SELECT DISTINCT recipient FROM delivery WHERE channel = 'siren' AND next_at > $now",
            row => row.GetString(0),
            ("$now", DeliveryBook.Ms(now)))];
        return stations.Where(station => waiting.Contains(station.Value)).Sum(station => connection.Run(
            "UPDATE delivery SET next_at = $now WHERE channel = 'siren' AND recipient = $station AND next_at > $now",
            ("$station", station.Value),
            ("$now", DeliveryBook.Ms(now))));
    });

    /// <summary>Which centres have acknowledged an alert version, the first ones first.</summary>
    public IReadOnlyList<SirenAcknowledgement> AcknowledgementsOf(string alert) => _database.Read(connection => connection.List(
        "SELECT station, what, at FROM siren_acknowledgement WHERE alert = $alert ORDER BY at, station",
        row => new SirenAcknowledgement(row.GetString(0), row.GetString(1), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2))),
        ("$alert", alert)));

    // The centre has given it up and remembers that it has, so that sending it again would change nothing.
    private static void Fail(SqliteConnection connection, StationId station, StationEvent failed, DateTimeOffset now) => connection.Run(
        """
        UPDATE delivery SET state = 'failed', next_at = NULL, settled_at = $now, reason = $reason
        WHERE alert = $alert AND recipient = $station AND channel = 'siren' AND state IN ('queued', 'sending', 'sent', 'unknown')
        """,
        ("$alert", failed.Alert),
        ("$station", station.Value),
        ("$reason", Reason(failed)),
        ("$now", DeliveryBook.Ms(now)));

    private static void Acknowledge(SqliteConnection connection, StationId station, StationEvent told, DateTimeOffset now)
    {
        // Only of an alert that this centre was sent: a centre speaks for itself.
        if (connection.Run(
            """
            UPDATE delivery SET state = 'delivered', next_at = NULL, settled_at = COALESCE(settled_at, $now), reason = $reason
            WHERE alert = $alert AND recipient = $station AND channel = 'siren'
            """,
            ("$alert", told.Alert),
            ("$station", station.Value),
            ("$reason", Reason(told)),
            ("$now", DeliveryBook.Ms(now))) > 0)
        {
            connection.Run(
                "INSERT OR IGNORE INTO siren_acknowledgement(alert, station, what, at) VALUES ($alert, $station, $what, $at)",
                ("$alert", told.Alert),
                ("$station", station.Value),
                ("$what", Reason(told)),
                ("$at", (long)(Math.Clamp(told.At, 0, DateTimeOffset.MaxValue.ToUnixTimeSeconds()) * 1000)));
        }
    }

    private static string Reason(StationEvent told)
    {
        string reason = ReceiptReason.Clean(told.Reason);
        return reason.Length <= Limits.ReasonLengthMax ? reason : reason[..Limits.ReasonLengthMax];
    }

    private static void ConfirmShown(SqliteConnection connection, StationId station, string alert, DateTimeOffset now) => connection.Run(
        """
        UPDATE delivery SET state = 'delivered', next_at = NULL, settled_at = $now, reason = ''
        WHERE alert = $alert AND recipient = $station AND channel = 'siren' AND state <> 'delivered'
        """,
        ("$alert", alert),
        ("$station", station.Value),
        ("$now", DeliveryBook.Ms(now)));
}

/// <summary>A person at a centre has seen an alert.</summary>
/// <param name="Station">The centre.</param>
/// <param name="What">Who, by their code there: <c>acknowledged by head</c>.</param>
/// <param name="At">When, by the centre's clock.</param>
internal sealed record SirenAcknowledgement(string Station, string What, DateTimeOffset At);
