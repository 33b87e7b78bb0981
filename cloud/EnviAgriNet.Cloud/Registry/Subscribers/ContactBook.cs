using System.Globalization;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Registry.Subscribers;

/// <summary>
/// Whose an address is, and how it ceases to be. Each call joins the transaction of its caller. A stopped contact keeps the keyed
/// hash of its address and not the address itself: enough to know it again on a list, not enough to send anything there.
/// </summary>
internal sealed class ContactBook
{
    private readonly AddressVault _vault;

    public ContactBook(RegistryDatabase database, AddressVault vault)
    {
        _vault = vault;
        database.EnsureTables(SubscriberTables.Sql);
    }

    /// <summary>The keyed hash of an address.</summary>
    public byte[] HashOf(string address) => _vault.Hash(address);

    /// <summary>The hash of a subscriber's address on a channel, or null.</summary>
    public static byte[]? HashOf(SqliteConnection transaction, long subscriber, string channel) => (byte[]?)transaction.One(
        "SELECT address_hash FROM contact WHERE subscriber = $id AND channel = $channel", ("$id", subscriber), ("$channel", channel));

    /// <summary>Who is reached at an address on any channel; null when nobody is, or no longer.</summary>
    public long? OwnerOf(SqliteConnection transaction, string address) => (long?)transaction.One(
        "SELECT subscriber FROM contact WHERE address_hash = $hash AND state = 'confirmed'", ("$hash", _vault.Hash(address)));

    /// <summary>Whether an address said STOP and did not come back by itself.</summary>
    public bool IsStopped(SqliteConnection transaction, string address) => transaction.One(
        "SELECT 1 FROM contact WHERE address_hash = $hash AND state = 'stopped'", ("$hash", _vault.Hash(address))) is not null;

    /// <summary>Stops every contact with an address; which they were.</summary>
    public IReadOnlyList<StoppedContact> Stop(SqliteConnection transaction, string address, DateTimeOffset now)
    {
        List<StoppedContact> found = transaction.List(
            """
            SELECT c.subscriber, c.channel, s.language FROM contact c JOIN subscriber s ON s.id = c.subscriber
            WHERE c.address_hash = $hash AND c.state <> 'stopped'
            """,
            row => new StoppedContact(row.GetInt64(0), row.GetString(1), row.GetString(2)),
            ("$hash", _vault.Hash(address)));
        found.ForEach(contact => Stop(transaction, contact.Subscriber, contact.Channel, now));
        return found;
    }

    /// <summary>Stops one contact. With the last one goes what the person chose; the consent stays, as proof of what was lawful.</summary>
    public static void Stop(SqliteConnection transaction, long subscriber, string channel, DateTimeOffset now)
    {
        transaction.Run(
            "UPDATE contact SET state = 'stopped', address = x'', since = $now WHERE subscriber = $id AND channel = $channel",
            ("$id", subscriber),
            ("$channel", channel),
            ("$now", now.ToUnixTimeMilliseconds()));
        if (transaction.One("SELECT 1 FROM contact WHERE subscriber = $id AND state <> 'stopped'", ("$id", subscriber)) is null)
        {
            transaction.Run("UPDATE subscriber SET regions = '', crops = '' WHERE id = $id", ("$id", subscriber));
            transaction.Run("DELETE FROM subscriber_region WHERE subscriber = $id", ("$id", subscriber));
        }
    }

    /// <summary>
    /// Gives a proved address to a subscriber, in place of the one they had on that channel. Whoever had it before loses it, and is
    /// deleted when nothing is left of them.
    /// </summary>
    /// <returns>Who had it before.</returns>
    public IReadOnlyList<long> Move(SqliteConnection transaction, long subscriber, Contact contact, DateTimeOffset now)
    {
        byte[] hash = _vault.Hash(contact.Address);
        List<long> before = transaction.List(
            "SELECT DISTINCT subscriber FROM contact WHERE address_hash = $hash AND subscriber <> $id",
            row => row.GetInt64(0),
            ("$hash", hash),
            ("$id", subscriber));
        transaction.Run(
            "DELETE FROM contact WHERE address_hash = $hash OR (subscriber = $id AND channel = $channel)",
            ("$hash", hash),
            ("$id", subscriber),
            ("$channel", contact.Channel));
        transaction.Run(
            """
            INSERT INTO contact(subscriber, channel, address_hash, address, state, since)
            VALUES ($id, $channel, $hash, $address, 'confirmed', $now)
            """,
            ("$id", subscriber),
            ("$channel", contact.Channel),
            ("$hash", hash),
            ("$address", _vault.Encrypt(contact.Address, hash)),
            ("$now", now.ToUnixTimeMilliseconds()));
        DeleteEmpty(transaction);
        return before;
    }

    /// <summary>Under which recipients a subscriber is known: the row, and the correspondents with one of their addresses.</summary>
    public static IReadOnlyList<string> RecipientsOf(SqliteConnection transaction, long subscriber) =>
    [
        subscriber.ToString(CultureInfo.InvariantCulture),
        .. transaction.List(
            "SELECT id FROM correspondent WHERE address_hash IN (SELECT address_hash FROM contact WHERE subscriber = $id)",
            row => string.Create(CultureInfo.InvariantCulture, $"c{row.GetInt64(0)}"),
            ("$id", subscriber)),
    ];

    /// <summary>Deletes a subscriber with all contacts, stopped ones included, and the correspondents of the same addresses.</summary>
    /// <returns>The hashes of the addresses, for who keeps something under them.</returns>
    public static IReadOnlyList<byte[]> Erase(SqliteConnection transaction, long subscriber, IReadOnlySet<string> correspondentsInUse)
    {
        foreach (string recipient in RecipientsOf(transaction, subscriber).Skip(1).Where(c => !correspondentsInUse.Contains(c)))
        {
            DeleteCorrespondent(transaction, recipient);
        }

        List<byte[]> hashes = transaction.List(
            "SELECT address_hash FROM contact WHERE subscriber = $id", row => (byte[])row[0], ("$id", subscriber));

        // The rows of contacts and places go with it.
        transaction.Run("DELETE FROM subscriber WHERE id = $id", ("$id", subscriber));
        return hashes;
    }

    /// <summary>
    /// Deletes contacts that were not confirmed in time, subscribers who have no other, and what addresses stayed behind where a
    /// channel itself stopped a contact.
    /// </summary>
    public static int SweepPending(SqliteConnection transaction, DateTimeOffset before)
    {
        transaction.Run("UPDATE contact SET address = x'' WHERE state = 'stopped' AND address <> x''");
        int deleted = transaction.Run(
            "DELETE FROM contact WHERE state = 'pending' AND since <= $before", ("$before", before.ToUnixTimeMilliseconds()));
        if (deleted > 0)
        {
            DeleteEmpty(transaction);
        }

        return deleted;
    }

    /// <summary>Deletes correspondents of whom nothing was heard for long, but those still needed.</summary>
    public static int SweepCorrespondents(SqliteConnection transaction, DateTimeOffset before, IReadOnlySet<string> inUse)
    {
        List<string> old = transaction.List(
            "SELECT id FROM correspondent WHERE seen_at <= $before",
            row => string.Create(CultureInfo.InvariantCulture, $"c{row.GetInt64(0)}"),
            ("$before", before.ToUnixTimeMilliseconds()));
        List<string> unneeded = old.FindAll(recipient => !inUse.Contains(recipient));
        unneeded.ForEach(recipient => DeleteCorrespondent(transaction, recipient));
        return unneeded.Count;
    }

    private static void DeleteCorrespondent(SqliteConnection transaction, string recipient) => transaction.Run(
        "DELETE FROM correspondent WHERE id = $id", ("$id", long.Parse(recipient.AsSpan(1), CultureInfo.InvariantCulture)));

    private static void DeleteEmpty(SqliteConnection transaction) => transaction.Run(
        "DELETE FROM subscriber WHERE NOT EXISTS (SELECT 1 FROM contact c WHERE c.subscriber = subscriber.id)");
}

/// <summary>A contact that was stopped.</summary>
/// <param name="Subscriber">Whose it was.</param>
/// <param name="Channel">By which they were reached.</param>
/// <param name="Language">In which they read.</param>
internal sealed record StoppedContact(long Subscriber, string Channel, string Language);
