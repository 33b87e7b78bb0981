using EnviAgriNet.Cloud.Registry;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Channels.Sms;

/// <summary>
/// Receipts into the stored deliveries. A receipt counts when it outranks what is known, so that repeats change nothing and any order
/// ends in the same state. Safe for use by several threads.
/// </summary>
internal sealed class ReceiptBook
{
    // Taken or under way: a last word counts always, a word in between only here. One that waits for another attempt has left after all.
    private const string InBetween = "('queued', 'sending', 'sent', 'unknown')";

    private readonly RegistryDatabase _database;

    public ReceiptBook(RegistryDatabase database)
    {
        _database = database;
        database.EnsureTables(DeliveryTables.Sql);
    }

    /// <summary>Enters what gateways said, in one transaction. The number of deliveries that changed.</summary>
    public int Enter(IReadOnlyList<SmsReceipt> receipts, DateTimeOffset now) => _database.Write(connection =>
    {
        int changed = 0;
        foreach (SmsReceipt receipt in receipts)
        {
            changed += Enter(connection, receipt, now);
        }

        return changed;
    });

    /// <summary>The delivery that a gateway knows by an id of its own; null when there is none, or none yet.</summary>
    public long? Find(string gateway, string gatewayRef) => _database.Read(connection => (long?)connection.One(
        "SELECT id FROM delivery WHERE gateway_ref = $ref AND gateway = $gateway AND channel = 'sms' ORDER BY id DESC LIMIT 1",
        ("$ref", gatewayRef),
        ("$gateway", gateway)));

    private static int Enter(SqliteConnection connection, SmsReceipt receipt, DateTimeOffset now)
    {
        DeliveryState state = receipt.Code.State();
        bool isLast = state != DeliveryState.Sent;
        return connection.Run(
            $"""
            UPDATE delivery SET receipt = $letter, gateway = COALESCE(gateway, $gateway), gateway_ref = COALESCE(gateway_ref, $ref),
                sent_at = COALESCE(sent_at, $now),
                state = CASE WHEN {(isLast ? "1" : $"state IN {InBetween}")} THEN $state ELSE state END,
                next_at = NULL,
                reason = CASE WHEN {(isLast ? "1" : $"state IN {InBetween}")} THEN $reason ELSE reason END,
                settled_at = CASE WHEN {(isLast ? "1" : "0")} THEN $now WHEN state IN {InBetween} THEN NULL ELSE settled_at END
            WHERE id = $id AND channel IN ('sms', 'push') AND instr('{ReceiptCodes.Ranked}', COALESCE(receipt, '')) * (receipt IS NOT NULL) < $rank
            """,
            ("$id", receipt.Delivery),
            ("$letter", receipt.Code.Letter()),
            ("$rank", (int)receipt.Code),
            ("$state", state.Word()),
            ("$gateway", receipt.Gateway),
            ("$reason", receipt.Reason),
            ("$ref", receipt.GatewayRef.Length == 0 ? null : receipt.GatewayRef),
            ("$now", DeliveryBook.Ms(now)));
    }
}
