using EnviAgriNet.Cloud.Registry;

namespace EnviAgriNet.Cloud.Channels.CellBroadcast;

/// <summary>Which serial number each version handed over has, so that a repeat has the same one.</summary>
internal sealed class CellBroadcastBook
{
    private const string Tables = """
        CREATE TABLE IF NOT EXISTS cell_broadcast(
            number INTEGER PRIMARY KEY AUTOINCREMENT, event TEXT NOT NULL UNIQUE);
        CREATE TABLE IF NOT EXISTS cell_broadcast_version(
            event TEXT NOT NULL, version INTEGER NOT NULL, place INTEGER NOT NULL, handed_at INTEGER, PRIMARY KEY(event, version))
            WITHOUT ROWID;
        """;

    private readonly RegistryDatabase _database;

    public CellBroadcastBook(RegistryDatabase database)
    {
        _database = database;
        database.EnsureTables(Tables);
    }

    /// <summary>
    /// The serial number of a version, and whether it was handed over before. An event keeps its message code; there are 1,024 of
    /// them, given out in turn, so that one comes again only when it is long forgotten. A version that tells people nothing new keeps
    /// the update number before it, so that handsets do not show and sound it again.
    /// </summary>
    public (SerialNumber Serial, bool IsHanded) Take(string eventId, int version, bool isNews, GeographicalScope scope) => _database.Write(connection =>
    {
        connection.Run("INSERT OR IGNORE INTO cell_broadcast(event) VALUES ($event)", ("$event", eventId));
        connection.Run(
            """
            INSERT OR IGNORE INTO cell_broadcast_version(event, version, place)
            SELECT $event, $version, COALESCE(MAX(place) + $news, 0) FROM cell_broadcast_version WHERE event = $event
            """,
            ("$event", eventId),
            ("$version", version),
            ("$news", isNews ? 1 : 0));
        long number = (long)connection.One("SELECT number FROM cell_broadcast WHERE event = $event", ("$event", eventId))!;
        (long place, bool isHanded) = connection.List(
            "SELECT place, handed_at IS NOT NULL FROM cell_broadcast_version WHERE event = $event AND version = $version",
            row => (row.GetInt64(0), row.GetBoolean(1)),
            ("$event", eventId),
            ("$version", version))[0];
        SerialNumber serial = new(
            scope, (int)(number % SerialNumber.MessageCodes), (int)(place % SerialNumber.UpdateNumbers));
        return (serial, isHanded);
    });

    /// <summary>Both files are there.</summary>
    public void MarkHanded(string eventId, int version, DateTimeOffset now) => _database.Write(connection => connection.Run(
        "UPDATE cell_broadcast_version SET handed_at = $now WHERE event = $event AND version = $version",
        ("$event", eventId),
        ("$version", version),
        ("$now", DeliveryBook.Ms(now))));
}
