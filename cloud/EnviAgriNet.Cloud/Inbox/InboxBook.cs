using System.Security.Cryptography;
using System.Text;
using EnviAgriNet.Cloud.Inbox.Keywords;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Subscribers;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Inbox;

/// <summary>
/// What came in, once each. The sender is a correspondent, the words are encrypted and erased after a while; the hash of the words
/// serves only to see that somebody repeats themselves. Safe for use by several threads.
/// </summary>
internal sealed class InboxBook
{
    private const string Schema = """
        CREATE TABLE IF NOT EXISTS inbox(
            id INTEGER PRIMARY KEY AUTOINCREMENT, message TEXT NOT NULL UNIQUE, recipient TEXT NOT NULL, words BLOB, words_hash BLOB NOT NULL,
            intent TEXT NOT NULL, fate TEXT NOT NULL, received_at INTEGER NOT NULL) STRICT;
        CREATE INDEX IF NOT EXISTS inbox_recipient ON inbox(recipient, received_at);
        CREATE INDEX IF NOT EXISTS inbox_received ON inbox(received_at) WHERE words IS NOT NULL;
        """;

    private readonly RegistryDatabase _database;
    private readonly AddressVault _vault;

    public InboxBook(RegistryDatabase database, AddressVault vault)
    {
        _database = database;
        _vault = vault;
        database.EnsureTables(Schema);
    }

    /// <summary>Whether a message was taken before.</summary>
    public static bool Has(SqliteConnection connection, string message) =>
        connection.One("SELECT 1 FROM inbox WHERE message = $message", ("$message", message)) is not null;

    /// <summary>Enters a message inside a transaction; its row.</summary>
    public long Add(SqliteConnection transaction, InboundSms sms, string recipient, Intent intent, DateTimeOffset now) => (long)transaction.One(
        """
        INSERT INTO inbox(message, recipient, words, words_hash, intent, fate, received_at)
        VALUES($message, $recipient, $words, $hash, $intent, 'taken', $now) RETURNING id
        """,
        ("$message", sms.Id), ("$recipient", recipient), ("$words", _vault.Encrypt(sms.Text, Row(sms.Id))), ("$hash", HashOf(sms.Text)),
        ("$intent", intent.ToString()), ("$now", Ms(now)))!;

    /// <summary>Says what became of a message, inside a transaction.</summary>
    public static void SetFate(SqliteConnection transaction, long row, string fate) =>
        transaction.Run("UPDATE inbox SET fate = $fate WHERE id = $row", ("$fate", fate), ("$row", row));

    /// <summary>How many answers a sender had since a time; of one intent or with the same words when these are given.</summary>
    public long Answered(SqliteConnection transaction, string recipient, DateTimeOffset since, Intent? intent = null, string? words = null) =>
        (long)transaction.One(
            """
            SELECT COUNT(*) FROM inbox WHERE recipient = $recipient AND received_at > $since AND fate = 'answered'
                AND ($intent IS NULL OR intent = $intent) AND ($hash IS NULL OR words_hash = $hash)
            """,
            ("$recipient", recipient), ("$since", Ms(since)), ("$intent", intent?.ToString()), ("$hash", words is null ? null : HashOf(words)))!;

    /// <summary>Erases words that came before a time; how many messages.</summary>
    public int Erase(DateTimeOffset before) => _database.Write(c => c.Run(
        "UPDATE inbox SET words = NULL, words_hash = x'' WHERE id IN (SELECT id FROM inbox WHERE words IS NOT NULL AND received_at < $before LIMIT $most)",
        ("$before", Ms(before)), ("$most", Limits.SweepRowsMax)));

    /// <summary>The words of a message, for the export of a person's own data.</summary>
    public string? Read(string message, byte[]? words)
    {
        try
        {
            return words is null ? null : _vault.Decrypt(words, Row(message));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    internal static long Ms(DateTimeOffset time) => time.ToUnixTimeMilliseconds();

    private static byte[] Row(string message) => Encoding.UTF8.GetBytes("inbox:" + message);

    private byte[] HashOf(string words) => _vault.Hash("words:" + words);
}
