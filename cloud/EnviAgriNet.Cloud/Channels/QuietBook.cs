using EnviAgriNet.Cloud.Alerts;
using EnviAgriNet.Cloud.Registry;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Channels;

/// <summary>The deliveries that wait for the morning. They are queued like others, but without a next time until network time is there.</summary>
internal sealed class QuietBook
{
    /// <summary>Why a delivery waits, or was not sent at all.</summary>
    public const string Reason = "quiet hours";

    /// <summary>The table; times are milliseconds of network time.</summary>
    public const string Schema = "CREATE TABLE IF NOT EXISTS quiet(alert TEXT PRIMARY KEY, until INTEGER NOT NULL) WITHOUT ROWID;";

    private readonly RegistryDatabase _database;

    public QuietBook(RegistryDatabase database)
    {
        _database = database;
        database.EnsureTables(DeliveryTables.Sql);
        database.EnsureTables(Schema);
    }

    /// <summary>Notes until when the deliveries of a version wait. What expires before is not sent at all.</summary>
    public static void Enter(SqliteConnection transaction, AlertVersion alert, DateTimeOffset until, DateTimeOffset now)
    {
        if (alert.ExpiresAt > until)
        {
            transaction.Run(
                "INSERT OR IGNORE INTO quiet VALUES ($alert, $until)",
                ("$alert", alert.Identifier), ("$until", until.ToUnixTimeMilliseconds()));
            return;
        }

        transaction.Run(
            $"UPDATE delivery SET state = 'expired', settled_at = $now WHERE alert = $alert AND state = 'queued' AND reason = '{Reason}'",
            ("$alert", alert.Identifier), ("$now", DeliveryBook.Ms(now)));
    }

    /// <summary>A newer version is told: what an older one of the event would have said in the morning is not said. How many.</summary>
    public static int Withdraw(SqliteConnection transaction, string eventId, int version, DateTimeOffset now) => transaction.Run(
        $"""
        UPDATE delivery SET state = 'expired', next_at = NULL, settled_at = $now, reason = 'overtaken by a newer version'
        WHERE event = $event AND version < $version AND state = 'queued' AND next_at IS NULL AND reason = '{Reason}'
        """,
        ("$event", eventId), ("$version", version), ("$now", DeliveryBook.Ms(now)));

    /// <summary>Lets go what waited until now. How many deliveries.</summary>
    public int Wake(DateTimeOffset network, DateTimeOffset now)
    {
        List<string> due = _database.Read(c => c.List(
            "SELECT alert FROM quiet WHERE until <= $network", row => row.GetString(0), ("$network", network.ToUnixTimeMilliseconds())));
        return due.Count == 0 ? 0 : _database.Write(c => due.Sum(alert =>
        {
            c.Run("DELETE FROM quiet WHERE alert = $alert", ("$alert", alert));
            return c.Run(
                $"""
                UPDATE delivery SET next_at = $now, reason = ''
                WHERE alert = $alert AND state = 'queued' AND next_at IS NULL AND reason = '{Reason}'
                """,
                ("$alert", alert), ("$now", DeliveryBook.Ms(now)));
        }));
    }
}
