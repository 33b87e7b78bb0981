using System.Globalization;
using System.Security.Cryptography;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Subscribers;

namespace EnviAgriNet.Cloud.Channels.Line;

/// <summary>
/// Links a LINE account to a subscriber: the subscriber is given a code, and whoever sends it to our account on LINE is linked. Codes
/// are stored as keyed hashes, work once and for a day, and few wrong ones are heard.
/// </summary>
internal sealed class LineLinkBook
{
    private const string Tables = """
        CREATE TABLE IF NOT EXISTS line_code(hash BLOB PRIMARY KEY, subscriber INTEGER NOT NULL, until INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS line_try(user_hash BLOB PRIMARY KEY, wrong INTEGER NOT NULL, since INTEGER NOT NULL) WITHOUT ROWID;
        """;

    // Without letters and digits that look alike.
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private const int Length = 8;
    private static readonly TimeSpan TriesPeriod = TimeSpan.FromHours(1);

    private readonly RegistryDatabase _database;
    private readonly SubscriberBook _subscribers;
    private readonly AddressVault _vault;
    private readonly TimeProvider _time;

    public LineLinkBook(RegistryDatabase database, SubscriberBook subscribers, AddressVault vault, TimeProvider time)
    {
        _database = database;
        _subscribers = subscribers;
        _vault = vault;
        _time = time;
        database.EnsureTables(Tables);
    }

    /// <summary>A new code for a subscriber, replacing an earlier one; null when there is no such subscriber.</summary>
    public string? CodeFor(long subscriber)
    {
        if (_subscribers.Find(subscriber) is null)
        {
            return null;
        }

        string code = RandomNumberGenerator.GetString(Alphabet, Length);
        return _database.Write(connection =>
        {
            connection.Run("DELETE FROM line_code WHERE subscriber = $id", ("$id", subscriber));
            connection.Run(
                "INSERT INTO line_code(hash, subscriber, until) VALUES ($hash, $id, $until)",
                ("$hash", HashOf(code)),
                ("$id", subscriber),
                ("$until", DeliveryBook.Ms(_time.GetUtcNow() + LineLimits.CodeLife)));
            return code;
        });
    }

    /// <summary>Whether a text has the form of a code.</summary>
    public static bool IsCode(string text) => Normal(text) is { Length: Length } code && code.All(Alphabet.Contains);

    /// <summary>Links a LINE user by a code.</summary>
    public LineLinkFate Link(string user, string text)
    {
        DateTimeOffset now = _time.GetUtcNow();
        byte[] userHash = _vault.Hash(user);
        (LineLinkFate fate, long subscriber) = _database.Write(connection =>
        {
            connection.Run("DELETE FROM line_try WHERE since < $old", ("$old", DeliveryBook.Ms(now - TriesPeriod)));
            if ((long?)connection.One("SELECT wrong FROM line_try WHERE user_hash = $user", ("$user", userHash)) >= LineLimits.WrongCodesMax)
            {
                return (LineLinkFate.TooMany, 0L);
            }

            if (connection.One(
                "DELETE FROM line_code WHERE hash = $hash AND until > $now RETURNING subscriber",
                ("$hash", HashOf(Normal(text))),
                ("$now", DeliveryBook.Ms(now))) is long found)
            {
                return (LineLinkFate.Linked, found);
            }

            connection.Run(
                """
                INSERT INTO line_try(user_hash, wrong, since) VALUES ($user, 1, $now)
                ON CONFLICT(user_hash) DO UPDATE SET wrong = wrong + 1
                """,
                ("$user", userHash),
                ("$now", DeliveryBook.Ms(now)));
            return (LineLinkFate.Wrong, 0L);
        });
        return fate == LineLinkFate.Linked && !Enter(user, subscriber) ? LineLinkFate.Wrong : fate;
    }

    /// <summary>The subscriber a LINE user is linked to, as a recipient; null when to none.</summary>
    public string? RecipientOf(string user) =>
        _subscribers.FindByAddress(ContactChannels.Line, user)?.ToString(CultureInfo.InvariantCulture);

    private static string Normal(string text) => text.Replace(" ", string.Empty).Replace("-", string.Empty).ToUpperInvariant();

    private bool Enter(string user, long subscriber)
    {
        if (_subscribers.Find(subscriber) is not { } found)
        {
            return false;
        }

        // An account that belonged to another subscriber moves: both codes were in the hands of who holds the account.
        Contact[] contacts = [.. found.Contacts.Where(contact => contact.Channel != ContactChannels.Line), new Contact(ContactChannels.Line, user)];
        _database.Write(connection => connection.Run(
            "DELETE FROM contact WHERE channel = $channel AND address_hash = $hash AND subscriber <> $id",
            ("$channel", ContactChannels.Line),
            ("$hash", _vault.Hash(user)),
            ("$id", subscriber)));
        _subscribers.Store([found with { Contacts = contacts }]);
        return true;
    }

    private byte[] HashOf(string code) => _vault.Hash($"line-code {code}");
}

/// <summary>What a code did.</summary>
internal enum LineLinkFate
{
    /// <summary>The account is linked.</summary>
    Linked,

    /// <summary>There is no such code, or no longer.</summary>
    Wrong,

    /// <summary>There were too many wrong ones.</summary>
    TooMany,
}
