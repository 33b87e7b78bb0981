using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace EnviAgriNet.Cloud.Channels.WebPush;

/// <summary>
/// Encrypts a message for one browser (RFC 8291) as one record of <c>aes128gcm</c> (RFC 8188): the push service carries it and
/// cannot read it.
/// </summary>
internal static class PushEncryption
{
    /// <summary>Salt, record size, length of the key, the key.</summary>
    public const int HeaderBytes = SaltBytes + 4 + 1 + PointBytes;

    /// <summary>The tag that AES-GCM adds.</summary>
    public const int TagBytes = 16;

    private const int SaltBytes = 16;
    private const int PointBytes = 65;
    private const int CoordinateBytes = 32;
    private const byte Uncompressed = 4;

    // Says that this is the last record.
    private const byte Delimiter = 2;

    private static readonly byte[] KeyLabel = Encoding.ASCII.GetBytes("WebPush: info\0");
    private static readonly byte[] CipherLabel = Encoding.ASCII.GetBytes("Content-Encoding: aes128gcm\0");
    private static readonly byte[] NonceLabel = Encoding.ASCII.GetBytes("Content-Encoding: nonce\0");

    /// <summary>Encrypts with a salt and a key pair that are made for this message alone.</summary>
    public static byte[] Encrypt(ReadOnlySpan<byte> payload, PushSubscription subscription)
    {
        using ECDiffieHellman ours = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        return Encrypt(payload, subscription, ours, RandomNumberGenerator.GetBytes(SaltBytes));
    }

    /// <summary>The same with a given key pair and salt, for vectors.</summary>
    internal static byte[] Encrypt(ReadOnlySpan<byte> payload, PushSubscription subscription, ECDiffieHellman ours, byte[] salt)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(payload.Length, PushLimits.PayloadBytesMax, nameof(payload));
        byte[] ourPoint = PointOf(ours);
        using ECDiffieHellman theirs = Import(subscription.Key);
        byte[] shared = ours.DeriveRawSecretAgreement(theirs.PublicKey);
        byte[] input = HKDF.DeriveKey(
            HashAlgorithmName.SHA256, shared, CoordinateBytes, subscription.Secret, [.. KeyLabel, .. subscription.Key, .. ourPoint]);
        byte[] key = HKDF.DeriveKey(HashAlgorithmName.SHA256, input, 16, salt, CipherLabel);
        byte[] nonce = HKDF.DeriveKey(HashAlgorithmName.SHA256, input, 12, salt, NonceLabel);

        byte[] body = new byte[HeaderBytes + payload.Length + 1 + TagBytes];
        salt.CopyTo(body, 0);
        BinaryPrimitives.WriteInt32BigEndian(body.AsSpan(SaltBytes), PushLimits.BodyBytesMax);
        body[SaltBytes + 4] = PointBytes;
        ourPoint.CopyTo(body, SaltBytes + 5);
        using AesGcm cipher = new(key, TagBytes);
        cipher.Encrypt(nonce, [.. payload, Delimiter], body.AsSpan(HeaderBytes, payload.Length + 1), body.AsSpan(^TagBytes));
        return body;
    }

    /// <summary>Reads an uncompressed point. Throws a <see cref="CryptographicException"/> when it is none on P-256.</summary>
    internal static ECDiffieHellman Import(ReadOnlySpan<byte> point) =>
        point.Length == PointBytes && point[0] == Uncompressed
            ? ECDiffieHellman.Create(new ECParameters
            {
                Curve = ECCurve.NamedCurves.nistP256,
                Q = new ECPoint { X = point[1..(CoordinateBytes + 1)].ToArray(), Y = point[(CoordinateBytes + 1)..].ToArray() },
            })
            : throw new CryptographicException("not an uncompressed point of P-256");

    private static byte[] PointOf(ECDiffieHellman key)
    {
        ECPoint point = key.ExportParameters(includePrivateParameters: false).Q;
        return [Uncompressed, .. point.X!, .. point.Y!];
    }
}
