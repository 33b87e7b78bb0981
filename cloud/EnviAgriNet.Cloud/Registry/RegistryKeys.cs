using System.Security.Cryptography;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Registry;

/// <summary>
/// The secret keys of this installation: files of 32 random bytes in <c>keys</c> under the data folder, made at the first start and
/// readable by their owner only. Whoever loses them loses the subscribers' numbers, so they belong into the backup, but not into
/// the same one as <c>registry.db</c>.
/// </summary>
internal sealed class RegistryKeys
{
    private const int KeyBytes = 32;
    private const UnixFileMode OwnerFolder = WholeFile.OwnerOnly | UnixFileMode.UserExecute;

    public RegistryKeys(string dataFolder)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new PlatformNotSupportedException("keys need a file system with owners and permissions");
        }

        string folder = Path.Combine(dataFolder, "keys");
        Directory.CreateDirectory(folder, OwnerFolder);
        Numbers = ReadOrCreate(Path.Combine(folder, "numbers.key"));
        Lookup = ReadOrCreate(Path.Combine(folder, "lookup.key"));
        Callback = ReadOrCreate(Path.Combine(folder, "callback.key"));
        Audit = ReadOrCreate(Path.Combine(folder, "audit.key"));
    }

    /// <summary>Encrypts phone numbers.</summary>
    public byte[] Numbers { get; }

    /// <summary>Keys the hash by which a number is found.</summary>
    public byte[] Lookup { get; }

    /// <summary>Signs the addresses that the SMS gateway calls back.</summary>
    public byte[] Callback { get; }

    /// <summary>Keys the chain of the audit log.</summary>
    public byte[] Audit { get; }

    private static byte[] ReadOrCreate(string file)
    {
        if (!File.Exists(file))
        {
            // A second process may be starting beside us: whoever is first has made the key, and the other one reads it.
            _ = WholeFile.TryCreate(file, RandomNumberGenerator.GetBytes(KeyBytes), WholeFile.OwnerOnly);
        }

        byte[] key = File.ReadAllBytes(file);
        return key.Length == KeyBytes
            ? key
            : throw new InvalidDataException($"key file '{file}' has {key.Length} bytes instead of {KeyBytes}; restore it from the backup");
    }
}
