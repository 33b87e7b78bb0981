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

    /// <summary>
    /// Default empty: the number people call about a hazard, by its code, as in <c>"haze": "1650"</c>. Without one it is 1650 for haze
    /// and polluted water, 1669 for heat, 1460 for salt water, 1362 for fire weather and 1784 for all else.
    /// </summary>
    public Dictionary<string, string> Numbers { get; set; } = [];

    /// <summary>Default null: the folder with files of words in further languages, <c>*.json</c>.</summary>
    public string? TemplatesFolder { get; set; }

    /// <summary>Default 5, from 0.1 to 200: the radius in km of the circle round the station in a CAP document, where the region has no polygon.</summary>
    [Range(0.1, 200)]
    public double CircleKm { get; set; } = 5;

    /// <summary>With what the CAP documents are signed; by default they are not.</summary>
    public SigningOptions Signing { get; set; } = new();
}
