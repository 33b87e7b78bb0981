using System.ComponentModel.DataAnnotations;

namespace EnviAgriNet.Cloud.Channels.WebPush;

/// <summary>Notifications to browsers that subscribed on the page.</summary>
internal sealed class WebPushOptions : IValidatableObject
{
    /// <summary>Where the options stand in the configuration.</summary>
    public const string Section = "Channels:WebPush";

    /// <summary>Default false; whether browsers may subscribe and are notified.</summary>
    public bool Enabled { get; set; }

    /// <summary>Default none; the key pair's file, made by <c>eag-cloud push keys FILE</c>. Needed when it is enabled.</summary>
    public string? KeyFile { get; set; }

    /// <summary>Default none; who push services may ask about us, <c>mailto:…</c> or <c>https://…</c>. Needed when it is enabled.</summary>
    public string? Contact { get; set; }

    /// <summary>
    /// Default the push services of the known browsers; hosts that subscriptions may name, divided by blanks. <c>*.example.org</c> is
    /// every host below it. Nothing else is ever called.
    /// </summary>
    [Required]
    public string Hosts { get; set; } =
        "fcm.googleapis.com jmt17.google.com updates.push.services.mozilla.com *.push.services.mozilla.com *.notify.windows.com web.push.apple.com *.push.apple.com";

    /// <summary>Default false; whether hosts may lie in a private network. For trying out only.</summary>
    public bool AllowPrivateAddresses { get; set; }

    /// <summary>Default none; certificates (PEM) of a push service of one's own that is trusted beside the known authorities.</summary>
    public string? CaFile { get; set; }

    /// <summary>Default 10 seconds; 100 milliseconds to 1 minute for one call.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:01:00")]
    public TimeSpan CallTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How fast and how patiently.</summary>
    [ValidatePace]
    public ChannelPace Pace { get; set; } = new() { RatePerSecond = 500, InFlightMax = 100 };

    /// <summary>Whether a push service at this host may be called.</summary>
    public bool Allows(string host) => Hosts.Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(allowed =>
        allowed.StartsWith("*.", StringComparison.Ordinal)
            ? host.EndsWith(allowed[1..], StringComparison.OrdinalIgnoreCase)
            : host.Equals(allowed, StringComparison.OrdinalIgnoreCase));

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Enabled && !File.Exists(KeyFile))
        {
            yield return new ValidationResult($"{Section}:KeyFile is no file: '{KeyFile}'", [nameof(KeyFile)]);
        }

        if (Enabled && Contact?.StartsWith("mailto:", StringComparison.Ordinal) != true
            && Contact?.StartsWith("https://", StringComparison.Ordinal) != true)
        {
            yield return new ValidationResult($"{Section}:Contact is neither mailto: nor https: '{Contact}'", [nameof(Contact)]);
        }

        if (CaFile is not null && !File.Exists(CaFile))
        {
            yield return new ValidationResult($"{Section}:CaFile is no file: '{CaFile}'", [nameof(CaFile)]);
        }
    }
}
