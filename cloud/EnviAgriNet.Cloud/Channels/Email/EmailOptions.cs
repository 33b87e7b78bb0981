using System.ComponentModel.DataAnnotations;

namespace EnviAgriNet.Cloud.Channels.Email;

/// <summary>Mail to agencies: grave alerts at once, the others gathered into one mail.</summary>
internal sealed class EmailOptions : IValidatableObject
{
    /// <summary>Where the options stand in the configuration.</summary>
    public const string Section = "Channels:Email";

    /// <summary>Default false; whether mail is sent.</summary>
    public bool Enabled { get; set; }

    /// <summary>Default <c>127.0.0.1</c>; the mail server.</summary>
    [Required]
    public string Host { get; set; } = "127.0.0.1";

    /// <summary>Default 587; 1 to 65535.</summary>
    [Range(1, 65_535)]
    public int Port { get; set; } = 587;

    /// <summary>Default StartTls; whether the connection must be encrypted. None is for a server on this machine only.</summary>
    public EmailSecurity Security { get; set; } = EmailSecurity.StartTls;

    /// <summary>Default none; the user on the mail server, when it asks for one.</summary>
    public string? Username { get; set; }

    /// <summary>Default none; a file with the user's password and nothing else. Needed with a user.</summary>
    public string? PasswordFile { get; set; }

    /// <summary>Default none; the address the mail comes from. Needed when it is enabled.</summary>
    public string? From { get; set; }

    /// <summary>Default 15 minutes; 1 second to 1 day: how long alerts below <see cref="AtOnceFrom"/> are gathered.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan DigestEvery { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Default Severe; Extreme, Severe, Moderate or Minor: from this severity on an alert does not wait.</summary>
    [RegularExpression("^(Extreme|Severe|Moderate|Minor)$")]
    public string AtOnceFrom { get; set; } = "Severe";

    /// <summary>Default 30 seconds; 100 milliseconds to 5 minutes for one mail.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:05:00")]
    public TimeSpan CallTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How fast and how patiently, in alerts; those of one recipient share a mail.</summary>
    [ValidatePace]
    public ChannelPace Pace { get; set; } = new() { RatePerSecond = 500, InFlightMax = 200, RetryMin = TimeSpan.FromSeconds(10), RetryMax = TimeSpan.FromMinutes(5) };

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Enabled && (From is null || !EmailAddress.Is(From)))
        {
            yield return new ValidationResult($"{Section}:From is no mail address: '{From}'", [nameof(From)]);
        }

        if (Enabled && Username is not null && !File.Exists(PasswordFile))
        {
            yield return new ValidationResult($"{Section}:PasswordFile is no file: '{PasswordFile}'", [nameof(PasswordFile)]);
        }

        if (Username is not null && Security == EmailSecurity.None)
        {
            yield return new ValidationResult($"{Section}: a password is not sent without StartTls", [nameof(Security)]);
        }
    }
}

/// <summary>How the connection to the mail server is kept from others.</summary>
internal enum EmailSecurity
{
    /// <summary>Encrypted before anything is said, or no mail at all.</summary>
    StartTls,

    /// <summary>Not at all.</summary>
    None,
}
