using System.ComponentModel.DataAnnotations;

namespace EnviAgriNet.Cloud.Alerts;

/// <summary>Who warns.</summary>
internal sealed class AlertsOptions
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Alerts";

    /// <summary>Default <c>enviagrinet</c>: CAP's sender; without spaces, commas, &lt; and &amp;.</summary>
    [RegularExpression(@"^[^\s,<&]{1,100}$")]
    public string Sender { get; set; } = "enviagrinet";

    /// <summary>
    /// Default <c>2.49.0.1.764.0</c>: the WMO arc of Thailand (764) and of the authority, 0 until one is assigned.
    /// </summary>
    [RegularExpression(@"^2\.49\.0\.1\.[0-9]{1,3}\.[0-9]{1,6}$")]
    public string AuthorityOid { get; set; } = "2.49.0.1.764.0";

    /// <summary>Default <c>เครือข่าย EnviAgriNet</c>: who says so, in Thai.</summary>
    [Required]
    public string SenderNameTh { get; set; } = "เครือข่าย EnviAgriNet";

    /// <summary>Default <c>EnviAgriNet network</c>: who says so, in English.</summary>
    [Required]
    public string SenderNameEn { get; set; } = "EnviAgriNet network";

    /// <summary>Default null: the address under which people find this cloud; alerts carry it as CAP's web.</summary>
    public string? PublicUrl { get; set; }

    /// <summary>With what the CAP documents are signed; by default they are not.</summary>
    public SigningOptions Signing { get; set; } = new();
}
