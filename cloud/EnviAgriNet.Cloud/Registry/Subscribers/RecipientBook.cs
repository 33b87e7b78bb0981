using System.Globalization;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Registry.Subscribers;

/// <summary>
/// Whom a delivery is for: <c>17</c> is subscriber 17, <c>c5</c> is correspondent 5, who wrote or must be answered without being
/// a subscriber. Only who must send to an address asks for it. Safe for use by several threads.
/// </summary>
internal sealed class RecipientBook
{
    private const char CorrespondentMark = 'c';

    private readonly RegistryDatabase _database;
    private readonly AddressVault _vault;

    public RecipientBook(RegistryDatabase database, AddressVault vault)
    {
        _database = database;
        _vault = vault;
        database.EnsureTables(SubscriberTables.Sql);
    }

    /// <summary>
    /// The address of a recipient on a channel; null when they are gone, never confirmed it or said STOP. Asked at the moment of
    /// sending, so that a STOP holds for everything that has not left.
    /// </summary>
    public string? AddressOf(string recipient, string channel) => _database.Read(connection => AddressOf(connection, recipient, channel));

    /// <summary>The same inside a transaction.</summary>
    public string? AddressOf(SqliteConnection connection, string recipient, string channel)
    {
        bool isCorrespondent = recipient.StartsWith(CorrespondentMark);
        if (!long.TryParse(recipient.AsSpan(isCorrespondent ? 1 : 0), NumberStyles.None, CultureInfo.InvariantCulture, out long id))
        {
            return null;
        }

        List<(byte[] Hash, byte[] Address)> found = connection.List(
            isCorrespondent
                ? "SELECT address_hash, address FROM correspondent WHERE id = $id AND $channel IS NOT NULL"
                : "SELECT address_hash, address FROM contact WHERE subscriber = $id AND channel = $channel AND state = 'confirmed'",
            row => ((byte[])row[0], (byte[])row[1]),
            ("$id", id),
            ("$channel", channel));
        return found.Count == 0 ? null : _vault.Decrypt(found[0].Address, found[0].Hash);
    }

    /// <summary>Makes an address known as a correspondent; the recipient they are from now on.</summary>
    public string CorrespondentOf(SqliteConnection transaction, string address, DateTimeOffset now)
    {
        byte[] hash = _vault.Hash(address);
        long id = (long)transaction.One(
            """
            INSERT INTO correspondent(address_hash, address, seen_at) VALUES ($hash, $address, $now)
            ON CONFLICT(address_hash) DO UPDATE SET seen_at = excluded.seen_at RETURNING id
            """,
            ("$hash", hash),
            ("$address", _vault.Encrypt(address, hash)),
            ("$now", now.ToUnixTimeMilliseconds()))!;
        return string.Create(CultureInfo.InvariantCulture, $"{CorrespondentMark}{id}");
    }
}
