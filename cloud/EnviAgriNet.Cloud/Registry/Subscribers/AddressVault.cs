using System.Security.Cryptography;
using System.Text;

namespace EnviAgriNet.Cloud.Registry.Subscribers;

/// <summary>
/// Turns a personal text, mostly an address, into what may lie on disk and back: AES-GCM with a fresh nonce for the text itself, and
/// a keyed hash to find it by. Nothing about it can be read from, or guessed against, the database without the key files.
/// </summary>
internal sealed class AddressVault(RegistryKeys keys)
{
    private const byte Version = 1;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int HeadBytes = 1 + NonceBytes + TagBytes;

    /// <summary>The keyed hash of an address in its normal form: equal addresses have equal hashes.</summary>
    public byte[] Hash(string address) => HMACSHA256.HashData(keys.Lookup, Encoding.UTF8.GetBytes(address));

    /// <summary>Version, nonce, tag and cipher text. The hash, or whatever else names the row, is bound to it, so that rows cannot be swapped unnoticed.</summary>
    public byte[] Encrypt(string address, ReadOnlySpan<byte> row)
    {
        byte[] clear = Encoding.UTF8.GetBytes(address);
        byte[] closed = new byte[HeadBytes + clear.Length];
        closed[0] = Version;
        Span<byte> nonce = closed.AsSpan(1, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using AesGcm cipher = new(keys.Numbers, TagBytes);
        cipher.Encrypt(nonce, clear, closed.AsSpan(HeadBytes), closed.AsSpan(1 + NonceBytes, TagBytes), row);
        return closed;
    }

    /// <summary>The text again. Throws a <see cref="CryptographicException"/> when the row or the key was changed.</summary>
    public string Decrypt(ReadOnlySpan<byte> closed, ReadOnlySpan<byte> row)
    {
        if (closed.Length <= HeadBytes || closed[0] != Version)
        {
            throw new CryptographicException("the stored address is of an unknown form");
        }

        byte[] clear = new byte[closed.Length - HeadBytes];
        using AesGcm cipher = new(keys.Numbers, TagBytes);
        cipher.Decrypt(closed.Slice(1, NonceBytes), closed[HeadBytes..], closed.Slice(1 + NonceBytes, TagBytes), clear, row);
        return Encoding.UTF8.GetString(clear);
    }
}
