using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Edge.Outbox;

/// <summary>
/// What was given up lately. The counters of the outbox run for its life; people at the centre have to know of what is new. Kept in the
/// control database, so that a restart neither forgets a loss nor tells an old one again.
/// </summary>
internal sealed class LossMemory(SqliteFile file, ControlDatabase control)
{
    public const string Table =
        "CREATE TABLE IF NOT EXISTS loss(kind TEXT PRIMARY KEY, total INTEGER NOT NULL, before INTEGER NOT NULL, at_ms INTEGER NOT NULL) WITHOUT ROWID";

    /// <summary>How many were given up within a day of the newest one, which is at most a day ago; 0 when it is longer ago.</summary>
    /// <param name="kind">What is counted.</param>
    /// <param name="total">The counter as it stands.</param>
    /// <param name="now">Network time.</param>
    public long Lately(string kind, long total, DateTimeOffset now)
    {
        long nowMs = now.ToUnixTimeMilliseconds();
        (long known, long before, long atMs) = Read(kind);
        bool isOld = Math.Abs(nowMs - atMs) > TimeSpan.MillisecondsPerDay;
        if (total != known)
        {
            // A counter that went back belongs to a database that was made anew.
            before = total < known ? total : isOld ? known : before;
            (atMs, isOld) = (nowMs, false);
            control.WriteLightly(() => file.Execute("INSERT OR REPLACE INTO loss VALUES($1,$2,$3,$4)", kind, total, before, atMs));
        }

        return isOld ? 0 : total - before;
    }

    private (long Total, long Before, long AtMs) Read(string kind)
    {
        using SqliteDataReader reader = file.Query("SELECT total, before, at_ms FROM loss WHERE kind=$1", kind);
        return reader.Read() ? (reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2)) : (0, 0, 0);
    }
}
