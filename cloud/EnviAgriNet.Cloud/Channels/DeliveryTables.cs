namespace EnviAgriNet.Cloud.Channels;

/// <summary>The tables of the deliveries. Times are milliseconds since 1970 by the machine's clock.</summary>
internal static class DeliveryTables
{
    /// <summary>
    /// <c>bulletin</c>: one row per alert version that was targeted. <c>message</c>: its text by audience, a <see cref="MessageForm"/> and a
    /// language (<c>sms:th</c>, <c>full:en</c>, <c>siren</c>). <c>delivery</c>: one row per version, recipient, channel and part (2 is the second SMS); the unique key is promise P11. <c>next_at</c> is null unless there is
    /// something left to do at that time. <c>gateway</c> is the SMS gateway that took it or may have, <c>receipt</c> the letter of the last word
    /// about it.
    /// </summary>
    public const string Sql = """
        CREATE TABLE IF NOT EXISTS bulletin(
            alert TEXT PRIMARY KEY, event TEXT NOT NULL, version INTEGER NOT NULL, severity TEXT NOT NULL,
            paged INTEGER NOT NULL, targeted_at INTEGER NOT NULL) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS bulletin_event ON bulletin(event, version);
        CREATE TABLE IF NOT EXISTS message(
            id INTEGER PRIMARY KEY, alert TEXT NOT NULL, audience TEXT NOT NULL, text TEXT NOT NULL, severity TEXT NOT NULL,
            UNIQUE(alert, audience));
        CREATE INDEX IF NOT EXISTS message_in_clear ON message(alert)
            WHERE text <> '-' AND substr(alert, 1, instr(alert, ':')) IN ('reply:', 'case:', 'code:');
        CREATE TABLE IF NOT EXISTS delivery(
            id INTEGER PRIMARY KEY, event TEXT NOT NULL, version INTEGER NOT NULL, alert TEXT NOT NULL,
            recipient TEXT NOT NULL, channel TEXT NOT NULL, message INTEGER NOT NULL REFERENCES message(id),
            priority INTEGER NOT NULL, state TEXT NOT NULL, attempts INTEGER NOT NULL DEFAULT 0, resends INTEGER NOT NULL DEFAULT 0,
            next_at INTEGER, deadline INTEGER NOT NULL, queued_at INTEGER NOT NULL, sent_at INTEGER, settled_at INTEGER,
            gateway TEXT, gateway_ref TEXT, receipt TEXT, reason TEXT NOT NULL DEFAULT '', part INTEGER NOT NULL DEFAULT 1,
            UNIQUE(event, version, recipient, channel, part));
        CREATE INDEX IF NOT EXISTS delivery_turn ON delivery(channel, priority DESC, id) WHERE next_at IS NOT NULL;
        CREATE INDEX IF NOT EXISTS delivery_next ON delivery(channel, next_at) WHERE next_at IS NOT NULL;
        CREATE INDEX IF NOT EXISTS delivery_state ON delivery(state, deadline);
        CREATE INDEX IF NOT EXISTS delivery_gateway_ref ON delivery(gateway_ref) WHERE gateway_ref IS NOT NULL;
        CREATE INDEX IF NOT EXISTS delivery_alert ON delivery(alert, recipient);
        """;

    /// <summary>A state as it is stored.</summary>
    public static string Word(this DeliveryState state) => state switch
    {
        DeliveryState.Queued => "queued",
        DeliveryState.Sending => "sending",
        DeliveryState.Sent => "sent",
        DeliveryState.Delivered => "delivered",
        DeliveryState.Failed => "failed",
        DeliveryState.Expired => "expired",
        DeliveryState.Unknown => "unknown",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    /// <summary>A state as it was stored. Throws for a word that is none.</summary>
    public static DeliveryState StateOf(string word) => word switch
    {
        "queued" => DeliveryState.Queued,
        "sending" => DeliveryState.Sending,
        "sent" => DeliveryState.Sent,
        "delivered" => DeliveryState.Delivered,
        "failed" => DeliveryState.Failed,
        "expired" => DeliveryState.Expired,
        "unknown" => DeliveryState.Unknown,
        _ => throw new FormatException($"'{word}' is no state of a delivery"),
    };
}
