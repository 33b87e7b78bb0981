using EnviAgriNet.Cloud.Registry;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Alerts.Release;

/// <summary>The tables of versions that wait, or waited. Times are milliseconds of network time.</summary>
internal static class HoldTables
{
    public const string Schema = """
        CREATE TABLE IF NOT EXISTS hold(
            alert TEXT PRIMARY KEY, since INTEGER NOT NULL, until INTEGER, at_end TEXT NOT NULL, persons INTEGER NOT NULL,
            outcome TEXT, settled_at INTEGER) STRICT, WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS hold_open ON hold(alert) WHERE outcome IS NULL;
        CREATE TABLE IF NOT EXISTS approval(
            alert TEXT NOT NULL, officer TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY(alert, officer)) STRICT, WITHOUT ROWID;
        """;

    public static void Insert(SqliteConnection connection, string alert, DateTimeOffset since, DateTimeOffset? until, ReleasePlan plan) =>
        connection.Run(
            "INSERT INTO hold(alert, since, until, at_end, persons) VALUES($alert, $since, $until, $then, $persons)",
            ("$alert", alert), ("$since", since.ToUnixTimeMilliseconds()), ("$until", until?.ToUnixTimeMilliseconds()),
            ("$then", plan.Then.ToString()), ("$persons", plan.Persons));

    public static void Settle(SqliteConnection connection, string alert, HoldOutcome outcome, DateTimeOffset at) => connection.Run(
        "UPDATE hold SET outcome = $outcome, settled_at = $at WHERE alert = $alert AND outcome IS NULL",
        ("$alert", alert), ("$outcome", outcome.ToString()), ("$at", at.ToUnixTimeMilliseconds()));

    public static bool IsApprovedBy(SqliteConnection connection, string alert, string officer) => connection.One(
        "SELECT 1 FROM approval WHERE alert = $alert AND officer = $officer", ("$alert", alert), ("$officer", officer)) is not null;

    public static void Approve(SqliteConnection connection, string alert, string officer, DateTimeOffset at) => connection.Run(
        "INSERT INTO approval VALUES($alert, $officer, $at)",
        ("$alert", alert), ("$officer", officer), ("$at", at.ToUnixTimeMilliseconds()));

    public static void ForgetApprovals(SqliteConnection connection, string alert) =>
        connection.Run("DELETE FROM approval WHERE alert = $alert", ("$alert", alert));

    /// <summary>The history of an event.</summary>
    public static EventHistory History(SqliteConnection connection, string eventId)
    {
        Dictionary<string, HoldOutcome> outcomes = connection.List(
            """
            SELECT h.alert, h.outcome FROM alert a JOIN hold h ON h.alert = a.identifier
            WHERE a.event = $event AND h.outcome IS NOT NULL
            """,
            row => KeyValuePair.Create(row.GetString(0), Enum.Parse<HoldOutcome>(row.GetString(1))),
            ("$event", eventId)).ToDictionary();
        return new EventHistory([.. AlertTables.Select(connection, "WHERE event = $event ORDER BY version", ("$event", eventId))
            .Select(v => (v, outcomes.TryGetValue(v.Identifier, out HoldOutcome outcome) ? (HoldOutcome?)outcome : null))]);
    }

    /// <summary>All that wait as one text.</summary>
    public static string EditionOfHeld(SqliteConnection connection) => connection.One(
        """
        SELECT COUNT(*) || ' ' || COALESCE(GROUP_CONCAT(alert || COALESCE(until, '')), '') || ' ' || (SELECT COUNT(*) FROM approval)
        FROM hold WHERE outcome IS NULL
        """) as string ?? string.Empty;

    /// <summary>All that wait, those first whose time ends first.</summary>
    public static List<HeldAlert> Held(SqliteConnection connection)
    {
        ILookup<string, string> approvals = connection.List(
            "SELECT p.alert, p.officer FROM approval p JOIN hold h ON h.alert = p.alert WHERE h.outcome IS NULL ORDER BY p.at",
            row => (row.GetString(0), row.GetString(1))).ToLookup(p => p.Item1, p => p.Item2);
        var holds = connection.List(
            "SELECT alert, since, until, at_end, persons FROM hold WHERE outcome IS NULL",
            row => (Alert: row.GetString(0), Since: Time(row.GetInt64(1)), Until: row.IsDBNull(2) ? (DateTimeOffset?)null : Time(row.GetInt64(2)),
                Then: Enum.Parse<ReleaseEnd>(row.GetString(3)), Persons: row.GetInt32(4)));
        return [.. holds
            .SelectMany(h => AlertTables.Select(connection, "WHERE identifier = $alert AND state IN ('Draft', 'Waiting')", ("$alert", h.Alert))
                .Select(alert => new HeldAlert(alert, h.Since, h.Until, h.Then, h.Persons, [.. approvals[h.Alert]])))
            .OrderBy(h => h.Ends)];
    }

    private static DateTimeOffset Time(long ms) => DateTimeOffset.FromUnixTimeMilliseconds(ms);
}
