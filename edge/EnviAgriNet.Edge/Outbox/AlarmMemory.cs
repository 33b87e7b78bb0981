using EnviAgriNet.Edge.Rules;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Edge.Outbox;

/// <summary>Where the alarm of each local rule stands, kept in the control database, so that a restart changes nothing.</summary>
internal sealed class AlarmMemory(SqliteFile file)
{
    public const string Table =
        """
        CREATE TABLE IF NOT EXISTS alarm(
            rule TEXT PRIMARY KEY, is_up INTEGER NOT NULL, raised_ms INTEGER NOT NULL, judged_ms INTEGER NOT NULL, value REAL NOT NULL,
            pending_ms INTEGER, notice INTEGER NOT NULL, until_ms INTEGER NOT NULL) WITHOUT ROWID
        """;

    /// <summary>All alarms by their rule.</summary>
    public Dictionary<string, AlarmState> All()
    {
        Dictionary<string, AlarmState> alarms = [];
        using SqliteDataReader reader = file.Query("SELECT rule, is_up, raised_ms, judged_ms, value, pending_ms, notice, until_ms FROM alarm");
        while (reader.Read())
        {
            alarms.Add(reader.GetString(0), new AlarmState
            {
                IsUp = reader.GetInt64(1) != 0,
                RaisedAt = Time(reader.GetInt64(2)),
                JudgedAt = Time(reader.GetInt64(3)),
                Value = reader.GetDouble(4),
                PendingSince = reader.IsDBNull(5) ? null : Time(reader.GetInt64(5)),
                Notice = reader.GetInt32(6),
                StandsUntil = Time(reader.GetInt64(7)),
            });
        }

        return alarms;
    }

    /// <summary>Keeps where an alarm stands; within a transaction.</summary>
    public void Keep(string rule, AlarmState alarm) => file.Execute(
        "INSERT OR REPLACE INTO alarm VALUES($1,$2,$3,$4,$5,$6,$7,$8)",
        rule,
        alarm.IsUp ? 1L : 0L,
        alarm.RaisedAt.ToUnixTimeMilliseconds(),
        alarm.JudgedAt.ToUnixTimeMilliseconds(),
        alarm.Value,
        alarm.PendingSince?.ToUnixTimeMilliseconds(),
        (long)alarm.Notice,
        alarm.StandsUntil.ToUnixTimeMilliseconds());

    /// <summary>Forgets the alarm of a rule; within a transaction.</summary>
    public void Forget(string rule) => file.Execute("DELETE FROM alarm WHERE rule=$1", rule);

    private static DateTimeOffset Time(long ms) => DateTimeOffset.FromUnixTimeMilliseconds(ms);
}
