using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace EnviAgriNet.Cloud.Channels.CellBroadcast;

/// <summary>
/// The hand-over to an operator of cell broadcast: files in a folder. Which message identifiers a country uses is its own matter; the
/// defaults are what Thai handsets are known to be set up for, and no authority has confirmed them to us.
/// </summary>
internal sealed class CellBroadcastOptions : IValidatableObject
{
    /// <summary>Where the options stand in the configuration.</summary>
    public const string Section = "Channels:CellBroadcast";

    private const int IdentifierMax = 0xFFFF;

    /// <summary>Default false; whether files are written.</summary>
    public bool Enabled { get; set; }

    /// <summary>Default none; the folder the operator takes the files from. It must exist when it is enabled.</summary>
    public string? Folder { get; set; }

    /// <summary>Default Severe; Extreme, Severe, Moderate or Minor: the least severity that is handed over.</summary>
    [RegularExpression("^(Extreme|Severe|Moderate|Minor)$")]
    public string From { get; set; } = "Severe";

    /// <summary>Default <c>4371/4384</c>, unconfirmed; message identifiers of Extreme alerts, in Thai / in another language.</summary>
    [Required]
    public string ExtremeIdentifiers { get; set; } = "4371/4384";

    /// <summary>Default <c>4372/4385</c>, unconfirmed; those of Severe alerts.</summary>
    [Required]
    public string SevereIdentifiers { get; set; } = "4372/4385";

    /// <summary>Default <c>4396/4397</c>, unconfirmed; those of all others.</summary>
    [Required]
    public string OtherIdentifiers { get; set; } = "4396/4397";

    /// <summary>Default <c>4380/4393</c>, unconfirmed; those of tests and exercises.</summary>
    [Required]
    public string TestIdentifiers { get; set; } = "4380/4393";

    /// <summary>Default PublicNetwork; how far a handset takes a message it knows already for the same one.</summary>
    public GeographicalScope Scope { get; set; } = GeographicalScope.PublicNetwork;

    /// <summary>How fast and how patiently.</summary>
    [ValidatePace]
    public ChannelPace Pace { get; set; } = new() { RatePerSecond = 20, InFlightMax = 4 };

    /// <summary>The message identifier of a text.</summary>
    public int IdentifierOf(string severity, bool isTest, bool isThai)
    {
        string pair = isTest ? TestIdentifiers : severity switch
        {
            "Extreme" => ExtremeIdentifiers,
            "Severe" => SevereIdentifiers,
            _ => OtherIdentifiers,
        };
        return int.Parse(pair.Split('/')[isThai ? 0 : 1], CultureInfo.InvariantCulture);
    }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach ((string name, string value) in (ReadOnlySpan<(string, string)>)
        [
            (nameof(ExtremeIdentifiers), ExtremeIdentifiers), (nameof(SevereIdentifiers), SevereIdentifiers),
            (nameof(OtherIdentifiers), OtherIdentifiers), (nameof(TestIdentifiers), TestIdentifiers),
        ])
        {
            if (!IsPair(value))
            {
                return [new ValidationResult($"{Section}:{name} is not two numbers as 4371/4384: '{value}'", [name])];
            }
        }

        return Enabled && !Directory.Exists(Folder)
            ? [new ValidationResult($"{Section}:Folder is no folder: '{Folder}'", [nameof(Folder)])]
            : [];
    }

    private static bool IsPair(string? value) => value?.Split('/') is { Length: 2 } parts
        && parts.All(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int id) && id <= IdentifierMax);
}

/// <summary>The geographical scope of a serial number (3GPP 23.041, 9.4.1.2.1).</summary>
internal enum GeographicalScope
{
    /// <summary>Of the cell, and shown at once.</summary>
    CellImmediate,

    /// <summary>Of the whole network of an operator.</summary>
    PublicNetwork,

    /// <summary>Of the location or tracking area.</summary>
    LocationArea,

    /// <summary>Of the cell.</summary>
    Cell,
}
