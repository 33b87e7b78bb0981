using System.ComponentModel.DataAnnotations;

namespace EnviAgriNet.Cloud.Access.OpenId;

/// <summary>Sign-in of officers by an identity provider with OpenID Connect, such as a national digital identity. Off without an issuer.</summary>
internal sealed class OpenIdOptions : IValidatableObject
{
    /// <summary>Where the options stand in the configuration.</summary>
    public const string Section = "OpenId";

    /// <summary>Default none: off. The provider's issuer, exactly as it calls itself, as <c>https://identity.example.go.th</c>.</summary>
    public string? Issuer { get; set; }

    /// <summary>Default empty; needed with an issuer. What the provider calls us.</summary>
    [StringLength(200)]
    public string ClientId { get; set; } = string.Empty;

    /// <summary>Default none: a public client. A file whose only line is the secret that the provider gave us.</summary>
    public string? ClientSecretFile { get; set; }

    /// <summary>Default empty; needed with an issuer. The address at which browsers find us, as <c>https://warnings.example.go.th</c>; the
    /// provider has to know it with <c>/api/openid/return</c> behind it.</summary>
    public string Address { get; set; } = string.Empty;

    /// <summary>Default <c>openid</c>; what is asked for. More than <c>openid</c> is not used by us.</summary>
    [RegularExpression(@"^openid( [\x21\x23-\x5B\x5D-\x7E]+)*$", ErrorMessage = "Scopes begin with openid")]
    public string Scopes { get; set; } = "openid";

    /// <summary>
    /// Default none; levels of assurance of which the provider has to name one (its <c>acr</c>), with spaces between. To be set: a
    /// sign-in by the provider is a whole one, without our second factor.
    /// </summary>
    public string? Levels { get; set; }

    /// <summary>Default <c>บัตรประจำตัวดิจิทัล</c>; what the button calls the provider in Thai.</summary>
    [StringLength(60, MinimumLength = 1)]
    public string NameTh { get; set; } = "บัตรประจำตัวดิจิทัล";

    /// <summary>Default <c>digital identity</c>; what the button calls the provider in English.</summary>
    [StringLength(60, MinimumLength = 1)]
    public string NameEn { get; set; } = "digital identity";

    /// <summary>Whether an address may be trusted with secrets: over TLS, or on this very machine.</summary>
    public static bool IsSafe(string? address) => Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && uri.Fragment.Length == 0 && uri.UserInfo.Length == 0
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (string.IsNullOrEmpty(Issuer))
        {
            yield break;
        }

        if (!IsSafe(Issuer) || Issuer.Contains('?', StringComparison.Ordinal))
        {
            yield return new ValidationResult("Issuer is an address that begins with https://", [nameof(Issuer)]);
        }

        if (ClientId.Length == 0)
        {
            yield return new ValidationResult("ClientId is needed with an issuer", [nameof(ClientId)]);
        }

        if (!IsSafe(Address) || new Uri(Address) is not { AbsolutePath: "/", Query: "" })
        {
            yield return new ValidationResult("Address is needed with an issuer, as https://warnings.example.go.th", [nameof(Address)]);
        }

        if (ClientSecretFile is { Length: > 0 } file && !File.Exists(file))
        {
            yield return new ValidationResult($"ClientSecretFile '{file}' is not there", [nameof(ClientSecretFile)]);
        }
    }
}
