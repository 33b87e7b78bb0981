namespace EnviAgriNet.Cloud.Registry.Subscribers;

/// <summary>The tables of people: the only place with addresses, and those are encrypted.</summary>
internal static class SubscriberTables
{
    /// <summary>
    /// <c>subscriber</c>: who consented; a row number is never given twice, so that a message to an erased person goes nowhere.
    /// <c>contact</c>: how to reach them, found by the keyed hash. <c>correspondent</c>: whoever must be answered and is no
    /// subscriber. Times are milliseconds since 1970 by the machine's clock; <c>consent_at</c> is as it was given.
    /// </summary>
    public const string Sql = """
        CREATE TABLE IF NOT EXISTS subscriber(
            id INTEGER PRIMARY KEY AUTOINCREMENT, language TEXT NOT NULL, regions TEXT NOT NULL, crops TEXT NOT NULL,
            consent_version TEXT NOT NULL, consent_at TEXT NOT NULL, consent_way TEXT NOT NULL, created_at INTEGER NOT NULL);
        CREATE TABLE IF NOT EXISTS subscriber_region(
            subscriber INTEGER NOT NULL REFERENCES subscriber(id) ON DELETE CASCADE, region TEXT NOT NULL,
            PRIMARY KEY (region, subscriber)) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS subscriber_region_of ON subscriber_region(subscriber);
        CREATE TABLE IF NOT EXISTS contact(
            subscriber INTEGER NOT NULL REFERENCES subscriber(id) ON DELETE CASCADE, channel TEXT NOT NULL,
            address_hash BLOB NOT NULL, address BLOB NOT NULL, state TEXT NOT NULL, since INTEGER NOT NULL,
            PRIMARY KEY (subscriber, channel), UNIQUE (channel, address_hash)) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS contact_address ON contact(address_hash);
        CREATE TABLE IF NOT EXISTS correspondent(
            id INTEGER PRIMARY KEY AUTOINCREMENT, address_hash BLOB NOT NULL UNIQUE, address BLOB NOT NULL, seen_at INTEGER NOT NULL);
        """;

    /// <summary>A state as it is stored.</summary>
    public static string Word(this ContactState state) => state switch
    {
        ContactState.Pending => "pending",
        ContactState.Confirmed => "confirmed",
        ContactState.Stopped => "stopped",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}
