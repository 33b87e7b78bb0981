using EnviAgriNet.Core.Geography;
using EnviAgriNet.Protocol.Messages;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.ReadingStore;

/// <summary>Reads stored events of the stations.</summary>
internal static class EventReader
{
    public static long Newest(SqliteConnection connection) =>
        StoreFile.Scalar(connection, "SELECT coalesce(max(number), 0) FROM station_event");

    public static List<StoredEvent> After(SqliteConnection connection, long number, int most)
    {
        using Statement rows = new(
            connection, "SELECT number, station, json FROM station_event WHERE number > ?1 ORDER BY number LIMIT ?2");
        rows.Bind(1, number).Bind(2, most);
        List<StoredEvent> events = [];
        while (rows.Next())
        {
            if (StationId.TryParse(rows.Text(1), out StationId station))
            {
                events.Add(new StoredEvent(rows.Integer(0), station, MessageJson.DecodeEvent(rows.Bytes(2).ToArray(), out _)));
            }
        }

        return events;
    }

    public static List<LoggedEvent> Of(SqliteConnection connection, StationId station, long before, int most)
    {
        using Statement rows = new(
            connection,
            "SELECT number, stored_ms, json FROM station_event WHERE station = ?1 AND number < ?2 ORDER BY number DESC LIMIT ?3");
        rows.Bind(1, station.Value).Bind(2, before).Bind(3, most);
        List<LoggedEvent> events = [];
        while (rows.Next())
        {
            events.Add(new LoggedEvent(
                new StoredEvent(rows.Integer(0), station, MessageJson.DecodeEvent(rows.Bytes(2).ToArray(), out _)),
                DateTimeOffset.FromUnixTimeMilliseconds(rows.Integer(1))));
        }

        return events;
    }
}
