using System.ComponentModel.DataAnnotations;

namespace EnviAgriNet.Cloud.Channels;

/// <summary>How SMS leave: through the <c>sendsms</c> service of a Kannel gateway.</summary>
internal sealed class SmsOptions : IValidatableObject
{
    /// <summary>Where the options stand in the configuration.</summary>
    public const string Section = "Channels:Sms";

    /// <summary>Default false; whether SMS are sent. While it is off, deliveries by SMS fail at once with that reason.</summary>
    public bool Enabled { get; set; }

    /// <summary>Default <c>http://127.0.0.1:13013/cgi-bin/sendsms</c>; the address of Kannel's sendsms.</summary>
    [Required]
    public Uri Url { get; set; } = new("http://127.0.0.1:13013/cgi-bin/sendsms");

    /// <summary>Default <c>warn</c>; Kannel's sendsms-user.</summary>
    [Required]
    public string Username { get; set; } = "warn";

    /// <summary>Default none; a file that holds the user's password and nothing else. Needed when SMS are sent.</summary>
    public string? PasswordFile { get; set; }

    /// <summary>Default <c>WARN</c>; 1 to 15 letters and digits that people see as the sender.</summary>
    [RegularExpression("^[A-Za-z0-9+]{1,15}$")]
    public string Sender { get; set; } = "WARN";

    /// <summary>Default none: the address this program listens on. Where Kannel reaches us for receipts, as <c>http://127.0.0.1:8080</c>.</summary>
    public Uri? CallbackBase { get; set; }

    /// <summary>Default 10 seconds; 100 milliseconds to 5 minutes for one call. After it the fate of a message that left is unknown.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:05:00")]
    public TimeSpan CallTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How fast and how patiently.</summary>
    [ValidatePace]
    public ChannelPace Pace { get; set; } = new();

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Enabled && !File.Exists(PasswordFile))
        {
            yield return new ValidationResult($"{Section}:PasswordFile is no file: '{PasswordFile}'", [nameof(PasswordFile)]);
        }
    }
}
