using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Channels.WebPush;

/// <summary>
/// Who we are to push services (RFC 8292): one key pair of this installation. A browser's subscription is bound to its public half,
/// so a new key pair needs every browser to subscribe again.
/// </summary>
internal sealed class VapidKey : IDisposable
{
    private static readonly string Head = Base64Url.EncodeToString("""{"typ":"JWT","alg":"ES256"}"""u8);

    private readonly ECDsa _key;
    private readonly Lock _signing = new();

    private VapidKey(ECDsa key)
    {
        _key = key;
        ECPoint point = key.ExportParameters(includePrivateParameters: false).Q;
        PublicKey = Base64Url.EncodeToString([4, .. point.X!, .. point.Y!]);
    }

    /// <summary>The public half as a browser wants it: the uncompressed point in base64url.</summary>
    public string PublicKey { get; }

    /// <summary>Makes a key pair and writes it to a new file that only its owner may read. Throws an <see cref="IOException"/> when the file is there.</summary>
    public static VapidKey Create(string file)
    {
        ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        if (WholeFile.TryCreate(file, key.ExportPkcs8PrivateKeyPem() + "\n", WholeFile.OwnerOnly))
        {
            return new VapidKey(key);
        }

        key.Dispose();
        throw new IOException($"'{file}' is there already; a new key pair would need every browser to subscribe again");
    }

    /// <summary>Reads a key pair. Throws an <see cref="InvalidDataException"/> when the file holds none on P-256.</summary>
    public static VapidKey Read(string file)
    {
        ECDsa key = ECDsa.Create();
        try
        {
            key.ImportFromPem(File.ReadAllText(file));
            return key.ExportParameters(false).Curve.Oid.FriendlyName is "nistP256" or "ECDSA_P256"
                ? new VapidKey(key)
                : throw new InvalidDataException($"the key in '{file}' is not on P-256");
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException)
        {
            key.Dispose();
            throw new InvalidDataException($"'{file}' holds no private key; make one with 'eag-cloud push keys FILE'", e);
        }
    }

    /// <summary>The header that introduces us to a push service until a time.</summary>
    /// <param name="service">Scheme, host and port of the push service.</param>
    /// <param name="contact">Who may be asked about us: <c>mailto:</c> or <c>https:</c>.</param>
    /// <param name="expires">At most 24 hours from now.</param>
    public string AuthorizationFor(string service, string contact, DateTimeOffset expires)
    {
        string claims = JsonSerializer.Serialize(
            new Dictionary<string, object> { ["aud"] = service, ["exp"] = expires.ToUnixTimeSeconds(), ["sub"] = contact });
        string signed = $"{Head}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims))}";
        byte[] signature;
        lock (_signing)
        {
            signature = _key.SignData(
                Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        }

        return $"vapid t={signed}.{Base64Url.EncodeToString(signature)}, k={PublicKey}";
    }

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();
}
