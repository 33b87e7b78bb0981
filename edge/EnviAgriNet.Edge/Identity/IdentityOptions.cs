using System.ComponentModel.DataAnnotations;

namespace EnviAgriNet.Edge.Identity;

/// <summary>Where the station's certificate comes from and lies.</summary>
internal sealed class IdentityOptions : IValidatableObject
{
    /// <summary>Where the options stand in the configuration.</summary>
    public const string Section = "Identity";

    /// <summary>Default null: certificates are put in place by a person. The cloud's address, such as <c>https://cloud.example.go.th</c>.</summary>
    public string? CloudUrl { get; set; }

    /// <summary>Default "identity". The folder of <c>station.pem</c>, which is certificate and key in one, and of <c>ca.crt</c>.</summary>
    [Required]
    public string Folder { get; set; } = "identity";

    /// <summary>Default 132 days; 1 to 390 days. The certificate is renewed when it ends sooner than this.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "390.00:00:00")]
    public TimeSpan RenewBefore { get; set; } = TimeSpan.FromDays(132);

    /// <summary>Default 6 hours; 1 second to 7 days. How often the end is looked at, and a renewal that failed is tried again.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "7.00:00:00")]
    public TimeSpan LookEvery { get; set; } = TimeSpan.FromHours(6);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!string.IsNullOrEmpty(CloudUrl) && !IsUrl(CloudUrl))
        {
            yield return new ValidationResult($"{Section}:CloudUrl '{CloudUrl}' is not an address that begins with http:// or https://", [nameof(CloudUrl)]);
        }
    }

    /// <summary>Whether it can be asked.</summary>
    public static bool IsUrl(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps);
}
