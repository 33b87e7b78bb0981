using System.ComponentModel.DataAnnotations;

namespace EnviAgriNet.Cloud.Channels.Line;

/// <summary>Messages through an official account of LINE, by its Messaging API.</summary>
internal sealed class LineOptions : IValidatableObject
{
    /// <summary>Where the options stand in the configuration.</summary>
    public const string Section = "Channels:Line";

    /// <summary>Default false; whether messages go by LINE.</summary>
    public bool Enabled { get; set; }

    /// <summary>Default none; a file with the channel access token and nothing else. Needed when it is enabled.</summary>
    public string? TokenFile { get; set; }

    /// <summary>Default none; a file with the channel secret, which signs what LINE tells us. Needed when it is enabled.</summary>
    public string? SecretFile { get; set; }

    /// <summary>Default <c>https://api.line.me</c>; the address of the interface.</summary>
    [Required]
    public Uri Url { get; set; } = new("https://api.line.me");

    /// <summary>Default 0.2; 0 to 0.9: the share of the month's quota that is kept for Severe and Extreme alerts.</summary>
    [Range(0, 0.9)]
    public double ReserveForSevere { get; set; } = 0.2;

    /// <summary>Default 5 minutes; 1 second to 1 hour: how old the known state of the quota may be.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan QuotaEvery { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Default 10 seconds; 100 milliseconds to 1 minute for one call.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:01:00")]
    public TimeSpan CallTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How fast and how patiently, in messages; up to 500 share one call.</summary>
    [ValidatePace]
    public ChannelPace Pace { get; set; } = new() { RatePerSecond = 5_000, InFlightMax = 500 };

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Enabled && !File.Exists(TokenFile))
        {
            yield return new ValidationResult($"{Section}:TokenFile is no file: '{TokenFile}'", [nameof(TokenFile)]);
        }

        if (Enabled && !File.Exists(SecretFile))
        {
            yield return new ValidationResult($"{Section}:SecretFile is no file: '{SecretFile}'", [nameof(SecretFile)]);
        }
    }
}
