using EnviAgriNet.Core.Hazards;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Registry;

/// <summary>
/// The tables of rules: what is read and written, statement by statement. A rule of the program has a row only once it was switched;
/// its document stays in the program.
/// </summary>
internal static class HazardRuleTables
{
    public const string Schema = """
        CREATE TABLE IF NOT EXISTS hazard_rule(
            id TEXT NOT NULL, version INTEGER NOT NULL, json TEXT, state TEXT NOT NULL, added_by TEXT NOT NULL, added_at INTEGER,
            reason TEXT NOT NULL, trial TEXT, PRIMARY KEY(id, version)) STRICT, WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS hazard_rule_step(
            number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL, version INTEGER NOT NULL, at INTEGER NOT NULL, step TEXT NOT NULL,
            by TEXT NOT NULL, reason TEXT NOT NULL) STRICT;
        CREATE TABLE IF NOT EXISTS hazard_rule_edition(one INTEGER PRIMARY KEY CHECK (one = 1), edition INTEGER NOT NULL) STRICT;
        INSERT OR IGNORE INTO hazard_rule_edition VALUES (1, 0);
        """;

    public static long Edition(SqliteConnection connection) => (long)connection.One("SELECT edition FROM hazard_rule_edition")!;

    public static List<Row> Rows(SqliteConnection connection) => connection.List(
        "SELECT id, version, json, state, added_by, added_at, reason, trial FROM hazard_rule ORDER BY id, version",
        row => new Row(
            row.GetString(0), row.GetInt32(1), Text(row, 2), Enum.Parse<HazardRuleState>(row.GetString(3)), row.GetString(4),
            row.IsDBNull(5) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(5)), row.GetString(6), Text(row, 7)));

    public static List<HazardRuleStep> Steps(SqliteConnection connection, string id) => connection.List(
        "SELECT at, version, step, by, reason FROM hazard_rule_step WHERE id = $id ORDER BY number",
        row => new HazardRuleStep(
            DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(0)), row.GetInt32(1), row.GetString(2), row.GetString(3), row.GetString(4)),
        ("$id", id));

    public static int NextVersion(SqliteConnection connection, string id) =>
        (int)(long)connection.One("SELECT COALESCE(MAX(version), 0) + 1 FROM hazard_rule WHERE id = $id", ("$id", id))!;

    public static void Insert(SqliteConnection connection, HazardRule rule, string by, DateTimeOffset at, string reason) => connection.Run(
        "INSERT INTO hazard_rule VALUES($id, $version, $json, $state, $by, $at, $reason, NULL)",
        ("$id", rule.Id), ("$version", rule.Version), ("$json", HazardRuleJson.Write(rule)), ("$state", nameof(HazardRuleState.Draft)),
        ("$by", by), ("$at", at.ToUnixTimeMilliseconds()), ("$reason", reason));

    public static void SetState(SqliteConnection connection, string id, int version, HazardRuleState state) => connection.Run(
        "INSERT INTO hazard_rule VALUES($id, $version, NULL, $state, '', NULL, '', NULL) "
        + "ON CONFLICT(id, version) DO UPDATE SET state = excluded.state",
        ("$id", id), ("$version", version), ("$state", state.ToString()));

    public static void SetTrial(SqliteConnection connection, string id, int version, string trial) => connection.Run(
        "UPDATE hazard_rule SET trial = $trial, state = CASE state WHEN 'Draft' THEN 'Tried' ELSE state END "
        + "WHERE id = $id AND version = $version",
        ("$id", id), ("$version", version), ("$trial", trial));

    public static void Note(SqliteConnection connection, string id, HazardRuleStep step)
    {
        connection.Run(
            "INSERT INTO hazard_rule_step(id, version, at, step, by, reason) VALUES($id, $version, $at, $step, $by, $reason)",
            ("$id", id), ("$version", step.Version), ("$at", step.At.ToUnixTimeMilliseconds()), ("$step", step.Step), ("$by", step.By),
            ("$reason", step.Reason));
        connection.Run("UPDATE hazard_rule_edition SET edition = edition + 1");
    }

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    /// <summary>A row; without a document it is about a rule of the program.</summary>
    internal sealed record Row(
        string Id, int Version, string? Json, HazardRuleState State, string By, DateTimeOffset? At, string Reason, string? Trial);
}
