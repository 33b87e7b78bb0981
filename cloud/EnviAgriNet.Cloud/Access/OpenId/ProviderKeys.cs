using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;

namespace EnviAgriNet.Cloud.Access.OpenId;

/// <summary>The public keys of a provider (a JWK set), of the two kinds that we take: RSA for RS256, P-256 for ES256.</summary>
internal sealed class ProviderKeys
{
    private const int CoordinateBytes = 32;

    private readonly List<Key> _keys = [];

    private ProviderKeys()
    {
    }

    /// <summary>How many keys are of use.</summary>
    public int Count => _keys.Count;

    /// <summary>Reads a set. Keys of other kinds, for other uses or too weak are left out.</summary>
    public static ProviderKeys Read(ReadOnlyMemory<byte> json)
    {
        using JsonDocument document = JsonDocument.Parse(json, StrictJson.Options);
        ProviderKeys set = new();
        if (document.RootElement.ValueKind != JsonValueKind.Object
            || !document.RootElement.TryGetProperty("keys", out JsonElement keys) || keys.ValueKind != JsonValueKind.Array)
        {
            throw new JsonException("the provider's keys are not a set of keys");
        }

        foreach (JsonElement key in keys.EnumerateArray().Take(OpenIdLimits.KeysMax).Where(k => k.ValueKind == JsonValueKind.Object))
        {
            if (ReadKey(key) is { } read)
            {
                set._keys.Add(read);
            }
        }

        return set;
    }

    /// <summary>Whether the set has a key for an algorithm and, where it is given, of a name.</summary>
    public bool Has(string algorithm, string? name) => Find(algorithm, name) is not null;

    /// <summary>Whether a signature is right. Without a name in the token, the set must leave no choice.</summary>
    public bool Verify(string algorithm, string? name, byte[] data, byte[] signature)
    {
        if (Find(algorithm, name) is not { } key)
        {
            return false;
        }

        if (key.Rsa is { } rsaParameters)
        {
            using RSA rsa = RSA.Create(rsaParameters);
            return rsa.VerifyData(data, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }

        using ECDsa curve = ECDsa.Create(key.Curve!.Value);
        return curve.VerifyData(data, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    private Key? Find(string algorithm, string? name)
    {
        List<Key> fitting = _keys.FindAll(k => k.Algorithm == algorithm && (name is null || k.Name == name));
        return fitting.Count == 1 ? fitting[0] : null;
    }

    private static Key? ReadKey(JsonElement key)
    {
        if (StrictJson.Text(key, "use") is { } use && use != "sig")
        {
            return null;
        }

        string? name = StrictJson.Text(key, "kid");
        string? algorithm = StrictJson.Text(key, "alg");
        try
        {
            return StrictJson.Text(key, "kty") switch
            {
                "RSA" when algorithm is null or IdTokenCheck.Rs256 => ReadRsa(key, name),
                "EC" when algorithm is null or IdTokenCheck.Es256 => ReadCurve(key, name),
                _ => null,
            };
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static Key? ReadRsa(JsonElement key, string? name)
    {
        if (Bytes(key, "n") is not { } modulus || Bytes(key, "e") is not { } exponent)
        {
            return null;
        }

        RSAParameters parameters = new() { Modulus = modulus, Exponent = exponent };
        using RSA rsa = RSA.Create(parameters);
        return rsa.KeySize >= OpenIdLimits.RsaBitsMin ? new Key(name, IdTokenCheck.Rs256, parameters, null) : null;
    }

    private static Key? ReadCurve(JsonElement key, string? name)
    {
        if (StrictJson.Text(key, "crv") != "P-256" || Bytes(key, "x") is not { Length: CoordinateBytes } x || Bytes(key, "y") is not { Length: CoordinateBytes } y)
        {
            return null;
        }

        ECParameters parameters = new() { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = x, Y = y } };
        using ECDsa curve = ECDsa.Create(parameters);
        return new Key(name, IdTokenCheck.Es256, null, parameters);
    }

    private static byte[]? Bytes(JsonElement key, string member) =>
        StrictJson.Text(key, member) is { } text && Base64Url.IsValid(text) ? Base64Url.DecodeFromChars(text) : null;

    private sealed record Key(string? Name, string Algorithm, RSAParameters? Rsa, ECParameters? Curve);
}
