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
    private const string Table = "CREATE TABLE IF NOT EXISTS siren_mark(one INTEGER PRIMARY KEY CHECK (one = 1), event INTEGER NOT NULL)";

    private readonly RegistryDatabase _database;

    // The deliveries' tables must be there before one can be confirmed.
    public SirenBook(RegistryDatabase database, DeliveryBook deliveries)
    {
        ArgumentNullException.ThrowIfNull(deliveries);
        _database = database;
        database.EnsureTables(Table);
    }

    /// <summary>The last event that was gone through; 0 before the first.</summary>
    public long Mark => _database.Read(connection => (long)(connection.One("SELECT event FROM siren_mark") ?? 0L));

    /// <summary>Confirms the notices that events say are shown, and moves the mark. A repeat changes nothing.</summary>
    public void Enter(IReadOnlyList<StoredEvent> events, long mark, DateTimeOffset now) => _database.Write(connection =>
    {
        foreach (StoredEvent stored in events)
        {
            if (stored.Event is { Kind: StationEventKind.AlertShown } shown)
            {
                ConfirmShown(connection, stored.Station, shown.Alert, now);
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

    private static void ConfirmShown(SqliteConnection connection, StationId station, string alert, DateTimeOffset now) => connection.Run(
        """
        UPDATE delivery SET state = 'delivered', next_at = NULL, settled_at = $now, reason = ''
        WHERE alert = $alert AND recipient = $station AND channel = 'siren' AND state <> 'delivered'
        """,
        ("$alert", alert),
        ("$station", station.Value),
        ("$now", DeliveryBook.Ms(now)));
}
