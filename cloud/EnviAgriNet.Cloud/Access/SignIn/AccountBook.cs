using System.Security.Cryptography;
using System.Text;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Subscribers;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Access.SignIn;

/// <summary>What officers sign in with, opened and closed. Safe for use by several threads and processes.</summary>
internal sealed class AccountBook
{
    /// <summary>How many recovery codes an officer gets.</summary>
    public const int RecoveryCodes = 10;

    private const int RecoveryLetters = 10;
    private const string RecoveryAlphabet = "abcdefghjkmnpqrstuvwxyz23456789";

    private readonly AddressVault _vault;
    private readonly TimeProvider _time;
    private readonly byte[] _secretOfNobody = RandomNumberGenerator.GetBytes(Totp.SecretBytes);

    public AccountBook(RegistryDatabase database, AddressVault vault, TimeProvider time)
    {
        Database = database;
        _vault = vault;
        _time = time;
        database.EnsureTables(OfficerTables.Schema);
        database.EnsureTables(AccountTables.Schema);
    }

    /// <summary>The file they lie in.</summary>
    public RegistryDatabase Database { get; }

    /// <summary>The account of a name; null without one.</summary>
    public Account? Find(string name) => Database.Read(c => Find(c, name));

    /// <summary>The same inside a transaction.</summary>
    public Account? Find(SqliteConnection connection, string name) => AccountTables.Find(connection, name) is { } stored
        ? stored with { Secret = Open(name, stored.Secret), NextSecret = stored.NextSecret is null ? null : Open(name, stored.NextSecret) }
        : null;

    /// <summary>
    /// Looks at a code, by time or for recovery, and uses it up where the rest is right too. Does the same work for nobody.
    /// </summary>
    public CodeKind UseCode(SqliteConnection transaction, string name, string code, bool isRestRight)
    {
        Account? account = Find(transaction, name);
        string plain = Plain(code);
        byte[] hash = RecoveryHash(name, plain);
        bool isRecovery = AccountTables.HasRecovery(transaction, name, hash);
        long? step = Totp.Find(account?.Secret ?? _secretOfNobody, plain, _time.GetUtcNow(), account?.UsedStep ?? 0);
        if (!isRestRight || account is null)
        {
            return CodeKind.None;
        }

        if (step is { } used)
        {
            AccountTables.SetUsedStep(transaction, name, used);
            return CodeKind.ByTime;
        }

        if (isRecovery)
        {
            AccountTables.UseRecovery(transaction, name, hash);
            return CodeKind.Recovery;
        }

        return CodeKind.None;
    }

    /// <summary>Puts fresh recovery codes in place of all others; returns them. They cannot be shown again.</summary>
    public IReadOnlyList<string> NewRecovery(SqliteConnection transaction, string name)
    {
        string[] codes = [.. Enumerable.Range(0, RecoveryCodes).Select(_ => RandomNumberGenerator.GetString(RecoveryAlphabet, RecoveryLetters))];
        AccountTables.SetRecovery(transaction, name, codes.Select(code => RecoveryHash(name, code)));
        return [.. codes.Select(code => $"{code[..(RecoveryLetters / 2)]}-{code[(RecoveryLetters / 2)..]}")];
    }

    /// <summary>A secret as it is stored.</summary>
    public byte[] Close(string name, byte[] secret) => _vault.Encrypt(Convert.ToBase64String(secret), RowOf(name));

    /// <summary>A secret again.</summary>
    public byte[] Open(string name, byte[] stored) => Convert.FromBase64String(_vault.Decrypt(stored, RowOf(name)));

    private static string Plain(string code) => code.Replace("-", string.Empty, StringComparison.Ordinal)
        .Replace(" ", string.Empty, StringComparison.Ordinal).ToLowerInvariant();

    private static byte[] RowOf(string name) => Encoding.UTF8.GetBytes("codes:" + name);

    private byte[] RecoveryHash(string name, string plain) => _vault.Hash($"recovery:{name}:{plain}");
}

/// <summary>What kind of code it was.</summary>
internal enum CodeKind
{
    /// <summary>None that holds.</summary>
    None,

    /// <summary>By time.</summary>
    ByTime,

    /// <summary>One of those for a lost phone.</summary>
    Recovery,
}
