using System.Text.Json;

namespace EnviAgriNet.Cloud.Access.OpenId;

/// <summary>What a provider says about itself.</summary>
/// <param name="Authorize">Where browsers are sent.</param>
/// <param name="Token">Where codes are exchanged.</param>
/// <param name="Keys">Where its keys lie.</param>
/// <param name="NamesItself">Whether it says in each answer who it is.</param>
/// <param name="SecretInBody">Whether it wants our secret in the body rather than in a header.</param>
internal sealed record ProviderDocument(Uri Authorize, Uri Token, Uri Keys, bool NamesItself, bool SecretInBody)
{
    /// <summary>Reads a document; one of another issuer or with addresses in clear is refused.</summary>
    public static ProviderDocument Read(ReadOnlyMemory<byte> json, string issuer)
    {
        using JsonDocument document = JsonDocument.Parse(json, StrictJson.Options);
        JsonElement root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object || StrictJson.Text(root, "issuer") != issuer)
        {
            throw new JsonException("the document is of another issuer");
        }

        string[] methods = root.TryGetProperty("token_endpoint_auth_methods_supported", out JsonElement listed) && listed.ValueKind == JsonValueKind.Array
            ? [.. listed.EnumerateArray().Where(m => m.ValueKind == JsonValueKind.String).Select(m => m.GetString()!)]
            : [];
        return new ProviderDocument(
            Address(root, "authorization_endpoint"), Address(root, "token_endpoint"), Address(root, "jwks_uri"),
            root.TryGetProperty("authorization_response_iss_parameter_supported", out JsonElement names) && names.ValueKind == JsonValueKind.True,
            methods.Contains("client_secret_post") && !methods.Contains("client_secret_basic"));
    }

    private static Uri Address(JsonElement root, string member) => StrictJson.Text(root, member) is { } text && OpenIdOptions.IsSafe(text)
        ? new Uri(text)
        : throw new JsonException($"{member} is missing or not an address over TLS");
}
