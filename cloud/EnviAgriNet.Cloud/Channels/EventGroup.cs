using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Alerts;
using EnviAgriNet.Cloud.Registry;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Channels;

/// <summary>
/// Events of one hazard that overlap in time and of which one's region contains the other's are one thing to the people there. The rule:
/// a person hears of a version when the highest level that holds at their places is no longer the one they were told last; and the
/// all-clear comes with the end of the last event of the group that touches them.
/// </summary>
internal sealed class EventGroup
{
    /// <summary>
    /// <c>standing</c>: what holds of each event, times by network time, rank 0 when it ended. <c>told</c>: the rank each version told.
    /// </summary>
    public const string Schema = """
        CREATE TABLE IF NOT EXISTS standing(
            event TEXT PRIMARY KEY, hazard TEXT NOT NULL, region TEXT NOT NULL, rank INTEGER NOT NULL, began INTEGER NOT NULL,
            expires INTEGER NOT NULL, ended INTEGER) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS standing_hazard ON standing(hazard, region);
        CREATE TABLE IF NOT EXISTS told(alert TEXT PRIMARY KEY, event TEXT NOT NULL, rank INTEGER NOT NULL) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS told_event ON told(event);
        """;

    // The order of the join and the index are given: left to itself the query goes through all deliveries for each person.
    // The rank of the newest message of the group that this contact has or is about to get, times two, plus one when it was of this event.
    private const string Told = """
        COALESCE((SELECT t.rank * 2 + (t.event = $event) FROM told t CROSS JOIN delivery d INDEXED BY delivery_alert
            WHERE t.event IN (SELECT value FROM json_each($group)) AND d.alert = t.alert AND d.recipient = CAST(s.id AS TEXT)
                AND d.channel = c.channel AND d.part = 1 AND d.alert <> $alert
                AND d.state IN ('queued', 'sending', 'sent', 'delivered', 'unknown')
            ORDER BY d.id DESC LIMIT 1), 0)
        """;

    // The highest rank of the other events that hold where this person wants to know.
    private const string Others = """
        COALESCE((SELECT MAX(o.rank) FROM standing o JOIN subscriber_region r ON r.subscriber = s.id
            WHERE o.event IN (SELECT value FROM json_each($holding))
                AND (r.region IN (substr(o.region, 1, 2), substr(o.region, 1, 4), o.region)
                     OR (r.region >= o.region AND r.region < o.region || ':'))), 0)
        """;

    private readonly string _group;
    private readonly string _holding;
    private readonly int _rank;

    private EventGroup(AlertVersion alert, List<(string Event, bool Holds)> others)
    {
        _rank = RankOf(alert);
        IsAlone = others.Count == 0;
        _group = Json(others.Select(o => o.Event).Append(alert.EventId));
        _holding = Json(others.Where(o => o.Holds).Select(o => o.Event));
    }

    /// <summary>Whether the event has no group; then every version goes to everybody whom it touches.</summary>
    public bool IsAlone { get; }

    /// <summary>
    /// The condition, on subscriber <c>s</c> and contact <c>c</c>. A version of the same level of the event they were told of last is one
    /// that an officer worded anew, and goes out.
    /// </summary>
    public string Condition => _rank == 0
        ? $"({Told} / 2 > 0 AND {Others} = 0)"
        : $"({Told} / 2 <> MAX($rank, {Others}) OR ({Told} % 2 = 1 AND $rank >= {Others}))";

    /// <summary>The parameters of the condition.</summary>
    public (string Name, object? Value)[] Parameters => [("$rank", _rank), ("$group", _group), ("$holding", _holding)];

    /// <summary>Enters what holds now, and finds the group.</summary>
    public static EventGroup Enter(SqliteConnection transaction, AlertVersion alert)
    {
        (string, object?)[] values =
        [
            ("$event", alert.EventId), ("$hazard", alert.Hazard), ("$region", alert.Region.Code), ("$rank", RankOf(alert)),
            ("$sent", alert.SentAt.ToUnixTimeMilliseconds()), ("$expires", alert.ExpiresAt.ToUnixTimeMilliseconds()),
            ("$alert", alert.Identifier), ("$clear", alert.IsAllClear),
        ];
        transaction.Run(
            """
            INSERT INTO standing VALUES($event, $hazard, $region, $rank, $sent, $expires, CASE WHEN $clear THEN $sent END)
            ON CONFLICT(event) DO UPDATE SET rank = excluded.rank, expires = excluded.expires, ended = excluded.ended
            """,
            values[..6].Append(values[7]).ToArray());
        transaction.Run("INSERT OR IGNORE INTO told VALUES($alert, $event, $rank)", values[6], values[0], values[3]);
        List<(string, bool)> others = transaction.List(
            """
            SELECT o.event, o.rank > 0 AND o.ended IS NULL AND o.expires > $sent
            FROM standing o JOIN standing e ON e.event = $event
            WHERE o.hazard = e.hazard AND o.event <> e.event AND COALESCE(o.ended, o.expires) >= e.began
                AND (o.region = substr(e.region, 1, length(o.region)) OR substr(o.region, 1, length(e.region)) = e.region)
            """,
            row => (row.GetString(0), row.GetBoolean(1)),
            values[0], values[4]);
        return new EventGroup(alert, others);
    }

    private static int RankOf(AlertVersion alert) => alert.IsAllClear ? 0 : TargetingPolicy.Priority(alert.Severity) + 1;

    private static string Json(IEnumerable<string> events) => new JsonArray([.. events.Select(e => (JsonNode)e)]).ToJsonString();
}
