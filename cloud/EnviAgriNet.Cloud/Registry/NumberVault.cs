using System.Security.Cryptography;
using System.Text;

namespace EnviAgriNet.Cloud.Registry;

/// <summary>
/// Turns a phone number into what may lie on disk and back: AES-GCM with a fresh nonce for the number itself, and a keyed hash
/// to find it by. Nothing about a number can be read from, or guessed against, the database without the key files.
/// </summary>
internal sealed class NumberVault(RegistryKeys keys)
{
    private const byte Version = 1;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int HeadBytes = 1 + NonceBytes + TagBytes;

    /// <summary>The keyed hash of a number: equal numbers have equal hashes.</summary>
    public byte[] Hash(PhoneNumber number) => HMACSHA256.HashData(keys.Lookup, Encoding.ASCII.GetBytes(number.E164));

    /// <summary>Version, nonce, tag and cipher text. The hash is bound to it, so that rows cannot be swapped unnoticed.</summary>
    public byte[] Encrypt(PhoneNumber number, ReadOnlySpan<byte> hash)
    {
        byte[] clear = Encoding.ASCII.GetBytes(number.E164);
        byte[] sealedNumber = new byte[HeadBytes + clear.Length];
        sealedNumber[0] = Version;
        Span<byte> nonce = sealedNumber.AsSpan(1, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using AesGcm cipher = new(keys.Numbers, TagBytes);
        cipher.Encrypt(nonce, clear, sealedNumber.AsSpan(HeadBytes), sealedNumber.AsSpan(1 + NonceBytes, TagBytes), hash);
        return sealedNumber;
    }

    /// <summary>The number again. Throws a <see cref="CryptographicException"/> when the row or the key was changed.</summary>
    public PhoneNumber Decrypt(ReadOnlySpan<byte> sealedNumber, ReadOnlySpan<byte> hash)
    {
        if (sealedNumber.Length <= HeadBytes || sealedNumber[0] != Version)
        {
            throw new CryptographicException("the stored number is of an unknown form");
        }

        byte[] clear = new byte[sealedNumber.Length - HeadBytes];
        using AesGcm cipher = new(keys.Numbers, TagBytes);
        cipher.Decrypt(
            sealedNumber.Slice(1, NonceBytes), sealedNumber[HeadBytes..], sealedNumber.Slice(1 + NonceBytes, TagBytes), clear, hash);
        return PhoneNumber.TryParse(Encoding.ASCII.GetString(clear), out PhoneNumber number)
            ? number
            : throw new CryptographicException("the stored number is not a phone number");
    }
}
