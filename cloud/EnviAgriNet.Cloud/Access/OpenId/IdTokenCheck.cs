using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace EnviAgriNet.Cloud.Access.OpenId;

/// <summary>
/// Checks an ID token as OpenID Connect Core 3.1.3.7 asks, with the two algorithms that providers have to or do offer, and no other: the
/// token's own word on its algorithm only chooses between those two, and each has its own kind of key. Pure.
/// </summary>
/// <param name="Issuer">Who must have issued it.</param>
/// <param name="ClientId">For whom.</param>
/// <param name="Nonce">For which sign-in.</param>
/// <param name="Levels">Levels of assurance of which one must be named; empty when any will do.</param>
internal sealed record IdTokenCheck(string Issuer, string ClientId, string Nonce, IReadOnlyList<string> Levels)
{
    /// <summary>RSASSA-PKCS1-v1_5 with SHA-256.</summary>
    public const string Rs256 = "RS256";

    /// <summary>ECDSA on P-256 with SHA-256.</summary>
    public const string Es256 = "ES256";

    private const int PartsOfAToken = 3;

    /// <summary>The algorithm and the key's name that a token claims, so that keys can be looked for; null when it cannot be right anyway.</summary>
    public static (string Algorithm, string? KeyName)? HeaderOf(string token)
    {
        string[] parts = token.Length <= OpenIdLimits.TokenLengthMax ? token.Split('.', PartsOfAToken + 1) : [];
        if (parts.Length != PartsOfAToken || Decode(parts[0]) is not { } bytes || Parse(bytes) is not { } document)
        {
            return null;
        }

        using (document)
        {
            JsonElement header = document.RootElement;
            return StrictJson.Text(header, "alg") is Rs256 or Es256 && !header.TryGetProperty("crit", out _)
                && (!header.TryGetProperty("kid", out JsonElement kid) || kid.ValueKind == JsonValueKind.String)
                    ? (StrictJson.Text(header, "alg")!, StrictJson.Text(header, "kid"))
                    : null;
        }
    }

    /// <summary>Who a token speaks of; or what is wrong with it.</summary>
    public (string? Subject, string? Fault) Verify(string token, ProviderKeys keys, DateTimeOffset now)
    {
        if (HeaderOf(token) is not var (algorithm, keyName))
        {
            return (null, "the token is not signed by RS256 or ES256");
        }

        string[] parts = token.Split('.');
        if (Decode(parts[1]) is not { } claims || Decode(parts[2]) is not { } signature
            || !keys.Verify(algorithm, keyName, Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), signature))
        {
            return (null, "the token's signature is wrong");
        }

        if (Parse(claims) is not { } document)
        {
            return (null, "the token's claims are not JSON");
        }

        using (document)
        {
            string? fault = FaultOf(document.RootElement, now);
            return fault is null ? (StrictJson.Text(document.RootElement, "sub"), null) : (null, fault);
        }
    }

    private string? FaultOf(JsonElement claims, DateTimeOffset now) =>
        StrictJson.Text(claims, "iss") != Issuer ? "the token was issued by somebody else"
        : !IsForUs(claims) ? "the token is for somebody else"
        : StrictJson.Time(claims, "exp") is not { } end || end <= now - OpenIdLimits.ClockSkew ? "the token has expired"
        : StrictJson.Time(claims, "iat") is not { } issued || issued > now + OpenIdLimits.ClockSkew
            || issued < now - OpenIdLimits.TokenAgeMax ? "the token was not issued just now"
        : claims.TryGetProperty("nbf", out _) && !(StrictJson.Time(claims, "nbf") <= now + OpenIdLimits.ClockSkew) ? "the token does not hold yet"
        : !IsSame(StrictJson.Text(claims, "nonce"), Nonce) ? "the token belongs to another sign-in"
        : StrictJson.Text(claims, "sub") is not { Length: > 0 and <= OpenIdLimits.SubjectLengthMax } subject || subject.Any(c => c is < ' ' or > '~')
            ? "the token speaks of nobody"
        : Levels.Count > 0 && !Levels.Contains(StrictJson.Text(claims, "acr") ?? string.Empty) ? "the provider did not check the person well enough"
        : null;

    private bool IsForUs(JsonElement claims)
    {
        if (!claims.TryGetProperty("aud", out JsonElement audience))
        {
            return false;
        }

        string? authorized = StrictJson.Text(claims, "azp");
        bool isOneOfMany = audience.ValueKind == JsonValueKind.Array && audience.GetArrayLength() > 1;
        bool isNamed = audience.ValueKind == JsonValueKind.Array
            ? audience.EnumerateArray().All(a => a.ValueKind == JsonValueKind.String) && audience.EnumerateArray().Any(a => a.GetString() == ClientId)
            : audience.ValueKind == JsonValueKind.String && audience.GetString() == ClientId;
        return isNamed && (authorized is null ? !isOneOfMany && !claims.TryGetProperty("azp", out _) : authorized == ClientId);
    }

    private static bool IsSame(string? given, string wanted) =>
        given is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(wanted));

    private static JsonDocument? Parse(byte[] json)
    {
        try
        {
            JsonDocument document = JsonDocument.Parse(json, StrictJson.Options);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return document;
            }

            document.Dispose();
            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // The framework's reader takes padding and white space, which have no place in a token.
    private static byte[]? Decode(string part) =>
        part.Length > 0 && part.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') && Base64Url.IsValid(part) ? Base64Url.DecodeFromChars(part) : null;
}
