using System.ComponentModel.DataAnnotations;
using System.Net;

namespace EnviAgriNet.Edge.Intake;

/// <summary>Where readings come in.</summary>
internal sealed class IntakeOptions : IValidatableObject
{
    /// <summary>Where the options stand in the configuration.</summary>
    public const string Section = "Intake";

    /// <summary>Default <c>edge.sock</c>; the path of the Unix socket for sources on this machine.</summary>
    [Required]
    public string Socket { get; set; } = "edge.sock";

    /// <summary>Default none: closed. Address and port for community nodes on the LAN, as in <c>0.0.0.0:8070</c>; needs TokenFile.</summary>
    public string? LanListen { get; set; }

    /// <summary>Default none. A file with the token that LAN sources send as <c>Authorization: Bearer</c>; at least 16 characters.</summary>
    public string? TokenFile { get; set; }

    /// <summary>Default Disk: take what the disk takes; Uplink: not more than UplinkDepthMax packs ahead of the cloud, for replays.</summary>
    public IntakePace Pace { get; set; } = IntakePace.Disk;

    /// <summary>Default 256; 1 to 1000000. With Pace Uplink, sources are held while more packs than this have no receipt.</summary>
    [Range(1, 1_000_000)]
    public int UplinkDepthMax { get; set; } = 256;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!string.IsNullOrEmpty(LanListen) && !IPEndPoint.TryParse(LanListen, out _))
        {
            yield return new ValidationResult($"{Section}:LanListen '{LanListen}' is not address:port", [nameof(LanListen)]);
        }

        if (!string.IsNullOrEmpty(LanListen) && !File.Exists(TokenFile))
        {
            yield return new ValidationResult($"{Section}:TokenFile is needed with LanListen", [nameof(TokenFile)]);
        }
    }
}

/// <summary>What holds sources back.</summary>
internal enum IntakePace
{
    /// <summary>The disk alone.</summary>
    Disk,

    /// <summary>The cloud's receipts as well.</summary>
    Uplink,
}
