namespace EnviAgriNet.Edge.Outbox;

/// <summary>Which versions of alerts were handled, kept in the control database, so that a repeat changes nothing.</summary>
internal sealed class NoticeMemory(SqliteFile file)
{
    public const string Table =
        "CREATE TABLE IF NOT EXISTS notice(id TEXT NOT NULL, version INTEGER NOT NULL, at_ms INTEGER NOT NULL, PRIMARY KEY(id, version))";

    /// <summary>Whether this version of an alert was handled before.</summary>
    public bool Knows(string identifier, int version) =>
        file.Number("SELECT count(*) FROM notice WHERE id=$1 AND version=$2", identifier, version) > 0;

    /// <summary>Remembers that a version of an alert was handled; within a transaction.</summary>
    public void Remember(string identifier, int version, DateTimeOffset at)
    {
        file.Execute("INSERT OR REPLACE INTO notice VALUES($1,$2,$3)", identifier, version, at.ToUnixTimeMilliseconds());
        file.Execute(
            "DELETE FROM notice WHERE rowid NOT IN (SELECT rowid FROM notice ORDER BY rowid DESC LIMIT $1)",
            Limits.NoticesRememberedMax);
    }
}
