using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Alerts.Release;

/// <summary>All versions of one event, as a page shows them.</summary>
/// <param name="All">Oldest first.</param>
/// <param name="History">What follows from them.</param>
/// <param name="IsOver">Whether the event has ended.</param>
internal sealed record EventVersions(IReadOnlyList<AlertVersion> All, EventHistory History, bool IsOver)
{
    /// <summary>No version at all.</summary>
    public static EventVersions None { get; } = new([], new EventHistory([]), IsOver: false);

    /// <summary>Reads them.</summary>
    public static EventVersions Of(SqliteConnection connection, string eventId) => new(
        AlertTables.Select(connection, "WHERE event = $event ORDER BY version", ("$event", eventId)),
        HoldTables.History(connection, eventId),
        AlertTables.IsOver(connection, eventId));
}
