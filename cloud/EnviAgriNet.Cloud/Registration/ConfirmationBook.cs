using System.Security.Cryptography;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Subscribers;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Registration;

/// <summary>
/// The questions "is this address yours?" that wait for their code. A code can be answered once, for ten minutes, with five tries;
/// only its keyed hash is stored, and it answers the question that it was made for and no other.
/// </summary>
internal sealed class ConfirmationBook
{
    private const int NameBytes = 16;
    private const int NameLengthMax = 32;

    // 'address_hash' counts the codes of an address; 'recipient' is the correspondent that the code goes to.
    private const string Tables = """
        CREATE TABLE IF NOT EXISTS confirmation(
            name TEXT PRIMARY KEY, purpose TEXT NOT NULL, subscriber INTEGER, channel TEXT NOT NULL, address_hash BLOB NOT NULL,
            recipient TEXT NOT NULL, wish TEXT NOT NULL, code_hash BLOB NOT NULL, tries INTEGER NOT NULL DEFAULT 0,
            state TEXT NOT NULL DEFAULT 'open', issued_at INTEGER NOT NULL) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS confirmation_address ON confirmation(address_hash, issued_at);
        CREATE INDEX IF NOT EXISTS confirmation_age ON confirmation(issued_at);
        """;

    private readonly AddressVault _vault;
    private readonly byte[] _key;

    public ConfirmationBook(RegistryDatabase database, AddressVault vault, RegistryKeys keys)
    {
        _vault = vault;
        _key = HMACSHA256.HashData(keys.Lookup, "confirmation codes"u8);
        database.EnsureTables(Tables);
    }

    /// <summary>Whether an address has had its codes for now. The answer is the same whether or not it is anybody's.</summary>
    public bool IsExhausted(SqliteConnection transaction, string address, DateTimeOffset now)
    {
        long Since(TimeSpan span) => (long)transaction.One(
            "SELECT COUNT(*) FROM confirmation WHERE address_hash = $hash AND issued_at > $since",
            ("$hash", _vault.Hash(address)),
            ("$since", Ms(now - span)))!;
        return Since(TimeSpan.FromHours(1)) >= Limits.CodesPerAddressPerHour || Since(TimeSpan.FromDays(1)) >= Limits.CodesPerAddressPerDay;
    }

    /// <summary>Enters a question; the name under which it is answered, and the code to send, which is not stored.</summary>
    public (string Name, string Code) Ask(SqliteConnection transaction, Question question, DateTimeOffset now)
    {
        string name = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(NameBytes));
        string code = ConfirmationCode.New();
        transaction.Run(
            """
            INSERT INTO confirmation(name, purpose, subscriber, channel, address_hash, recipient, wish, code_hash, issued_at)
            VALUES ($name, $purpose, $subscriber, $channel, $address, $recipient, $wish, $code, $now)
            """,
            ("$name", name),
            ("$purpose", question.Purpose),
            ("$subscriber", question.Subscriber),
            ("$channel", question.Channel),
            ("$address", _vault.Hash(question.Address)),
            ("$recipient", question.Recipient),
            ("$wish", question.Wish?.Write() ?? string.Empty),
            ("$code", ConfirmationCode.Hash(_key, name, code)),
            ("$now", Ms(now)));
        return (name, code);
    }

    /// <summary>Takes an answer. A right one ends the question; whatever is wrong with another one, it is told in the same way.</summary>
    public CodeAnswer Answer(SqliteConnection transaction, string? name, string? code, DateTimeOffset now)
    {
        string asked = name is { Length: > 0 and <= NameLengthMax } ? name : string.Empty;

        // A try is counted before the code is looked at, so that no interruption gives one for free.
        bool isOpen = transaction.Run(
            "UPDATE confirmation SET tries = tries + 1 WHERE name = $name AND state = 'open' AND tries < $most AND issued_at > $since",
            ("$name", asked),
            ("$most", Limits.CodeTriesMax),
            ("$since", Ms(now - Limits.CodeLife))) == 1;
        byte[] given = ConfirmationCode.Hash(_key, asked, ConfirmationCode.Read(code) ?? string.Empty);
        (byte[] Hash, int Tries, Question Question)[] rows =
        [
            .. transaction.List(
                "SELECT code_hash, tries, purpose, subscriber, channel, recipient, wish FROM confirmation WHERE name = $name",
                row => ((byte[])row[0], row.GetInt32(1), Read(row)),
                ("$name", asked)),
        ];
        bool isRight = CryptographicOperations.FixedTimeEquals(given, rows.Length == 1 ? rows[0].Hash : new byte[given.Length]);
        if (!isOpen || rows.Length == 0)
        {
            return new CodeAnswer(null, 0);
        }

        if (!isRight)
        {
            return new CodeAnswer(null, Limits.CodeTriesMax - rows[0].Tries);
        }

        transaction.Run("UPDATE confirmation SET state = 'used', wish = '' WHERE name = $name", ("$name", asked));
        return new CodeAnswer(rows[0].Question, 0);
    }

    /// <summary>Ends what waits for an address: it said STOP, or is erased.</summary>
    public void Forget(SqliteConnection transaction, byte[] addressHash) => transaction.Run(
        "DELETE FROM confirmation WHERE address_hash = $hash", ("$hash", addressHash));

    /// <summary>
    /// Deletes questions that nobody answered in time, and the correspondents who were made for them and never heard of otherwise.
    /// </summary>
    public int Sweep(SqliteConnection transaction, DateTimeOffset before)
    {
        transaction.Run(
            """
            DELETE FROM correspondent WHERE address_hash IN (
                SELECT q.address_hash FROM confirmation q WHERE q.issued_at <= $before AND q.state = 'open' AND q.issued_at = correspondent.seen_at)
            """,
            ("$before", Ms(before)));
        return transaction.Run("DELETE FROM confirmation WHERE issued_at <= $before", ("$before", Ms(before)));
    }

    private static long Ms(DateTimeOffset time) => time.ToUnixTimeMilliseconds();

    private static Question Read(SqliteDataReader row) => new(
        row.GetString(2),
        row.IsDBNull(3) ? null : row.GetInt64(3),
        row.GetString(4),
        string.Empty,
        row.GetString(5),
        row.GetString(6) is { Length: > 0 } wish ? Registration.Wish.Read(wish) : null);
}

/// <summary>A question that a code answers.</summary>
/// <param name="Purpose">What follows: <see cref="Register"/>, <see cref="Manage"/> or <see cref="Add"/>.</param>
/// <param name="Subscriber">To whom an address is to be added; null otherwise.</param>
/// <param name="Channel">The channel of the address.</param>
/// <param name="Address">The address in its normal form; empty when read back, where the recipient stands for it.</param>
/// <param name="Recipient">The correspondent that the code goes to.</param>
/// <param name="Wish">What a registration asks for; null otherwise.</param>
internal sealed record Question(string Purpose, long? Subscriber, string Channel, string Address, string Recipient, Wish? Wish)
{
    /// <summary>Registers the address, or changes the choices of whoever has it.</summary>
    public const string Register = "register";

    /// <summary>Opens one's own data.</summary>
    public const string Manage = "manage";

    /// <summary>Adds the address to a subscriber.</summary>
    public const string Add = "add";
}

/// <summary>What an answer was.</summary>
/// <param name="Question">The question, when the code was right; null otherwise.</param>
/// <param name="TriesLeft">After a wrong code, how often it may be tried again; 0 when a new code is needed.</param>
internal sealed record CodeAnswer(Question? Question, int TriesLeft);
