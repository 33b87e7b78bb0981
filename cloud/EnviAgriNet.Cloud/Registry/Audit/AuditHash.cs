using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace EnviAgriNet.Cloud.Registry.Audit;

/// <summary>
/// The hash of an entry: HMAC-SHA-256 over its canonical bytes, which hold its number and the hash of the entry before. Every text is
/// preceded by its length, so that no two entries have the same bytes. A plain hash would let anybody who can write the file make the
/// whole chain anew; with the key, which is not in the file, he cannot.
/// </summary>
internal static class AuditHash
{
    /// <summary>The bytes of a hash.</summary>
    public const int Bytes = HMACSHA256.HashSizeInBytes;

    private static readonly byte[] Form = "eag-audit-1"u8.ToArray();

    /// <summary>What stands before the first entry.</summary>
    public static byte[] Zero => new byte[Bytes];

    /// <summary>The hash of an entry.</summary>
    public static byte[] Of(byte[] key, long number, long atMs, AuditEntry entry, ReadOnlySpan<byte> previous)
    {
        using IncrementalHash hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hash.AppendData(Form);
        Append(hash, number);
        Append(hash, atMs);
        foreach (string text in (ReadOnlySpan<string>)[entry.Actor, entry.Action, entry.Subject, entry.Detail])
        {
            byte[] bytes = Encoding.UTF8.GetBytes(text);
            Append(hash, bytes.Length);
            hash.AppendData(bytes);
        }

        Append(hash, previous.Length);
        hash.AppendData(previous);
        return hash.GetHashAndReset();
    }

    private static void Append(IncrementalHash hash, long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        hash.AppendData(bytes);
    }
}
