using EnviAgriNet.Edge.Clock;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Edge.Outbox;

/// <summary>The clock lines of boots, kept in the control database.</summary>
internal sealed class BootMemory(SqliteFile file)
{
    public const string Table =
        "CREATE TABLE IF NOT EXISTS boot(id TEXT PRIMARY KEY, place INTEGER NOT NULL, first_mono_ms INTEGER NOT NULL, last_mono_ms INTEGER NOT NULL, offset_ms INTEGER, uncertainty_ms INTEGER NOT NULL)";

    /// <summary>The boots whose clock is remembered, in the order they came.</summary>
    public IReadOnlyList<BootRecord> All()
    {
        List<BootRecord> boots = [];
        using SqliteDataReader reader = file.Query(
            "SELECT id,first_mono_ms,last_mono_ms,offset_ms,uncertainty_ms FROM boot ORDER BY place");
        while (reader.Read())
        {
            boots.Add(new BootRecord(
                reader.GetString(0), reader.GetInt64(1), reader.GetInt64(2),
                reader.IsDBNull(3) ? null : reader.GetInt64(3), TimeSpan.FromMilliseconds(reader.GetInt64(4))));
        }

        return boots;
    }

    /// <summary>Keeps the clock line of a boot; the oldest boots beyond the bound are forgotten.</summary>
    public void Keep(BootRecord boot) => file.InTransaction(durable: false, () =>
    {
        file.Execute(
            """
            INSERT INTO boot VALUES($1,(SELECT coalesce(max(place),0)+1 FROM boot),$2,$3,$4,$5) ON CONFLICT(id) DO UPDATE SET
            first_mono_ms=excluded.first_mono_ms, last_mono_ms=excluded.last_mono_ms, offset_ms=excluded.offset_ms,
            uncertainty_ms=excluded.uncertainty_ms
            """,
            boot.Id, boot.FirstMonoMs, boot.LastMonoMs, boot.OffsetMs, (long)boot.Uncertainty.TotalMilliseconds);
        file.Execute("DELETE FROM boot WHERE place<=(SELECT max(place) FROM boot)-$1", Limits.BootsRememberedMax);
    });
}
