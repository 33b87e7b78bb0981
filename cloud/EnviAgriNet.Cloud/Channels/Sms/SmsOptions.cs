using System.ComponentModel.DataAnnotations;

namespace EnviAgriNet.Cloud.Channels.Sms;

/// <summary>How SMS leave: through one Kannel, set here, or through several gateways.</summary>
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

    /// <summary>Default none: the address this program listens on. Where gateways reach us for receipts, as <c>http://127.0.0.1:8080</c>.</summary>
    public Uri? CallbackBase { get; set; }

    /// <summary>Default 10 seconds; 100 milliseconds to 5 minutes for one call. After it the fate of a message that left is unknown.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:05:00")]
    public TimeSpan CallTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How fast and how patiently. With several gateways the rates and calls under way are the gateways' own.</summary>
    [ValidatePace]
    public ChannelPace Pace { get; set; } = new();

    /// <summary>Default none: the one Kannel above, under the name <c>main</c>. Several gateways, instead of it.</summary>
    public List<SmsGatewayOptions> Gateways { get; set; } = [];

    /// <summary>The gateways in force.</summary>
    internal IReadOnlyList<SmsGatewayOptions> Effective => Gateways.Count > 0
        ? Gateways
        :
        [
            new SmsGatewayOptions
            {
                Url = Url,
                Username = Username,
                PasswordFile = PasswordFile,
                Sender = Sender,
                CallTimeout = CallTimeout,
                RatePerSecond = Pace.RatePerSecond,
                InFlightMax = Pace.InFlightMax,
                BreakerFaults = Pace.BreakerFaults,
                ProbeMax = Pace.ProbeMax,
            },
        ];

    /// <summary>The pace of all of them together.</summary>
    internal ChannelPace EffectivePace => Gateways.Count == 0 ? Pace : new ChannelPace
    {
        RatePerSecond = Gateways.Sum(gateway => gateway.RatePerSecond),
        InFlightMax = Gateways.Sum(gateway => gateway.InFlightMax),
        RetryMin = Pace.RetryMin,
        RetryMax = Pace.RetryMax,
        SettleAfter = Pace.SettleAfter,
        BreakerFaults = Pace.BreakerFaults,
        ProbeMax = Pace.ProbeMax,
    };

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!Enabled)
        {
            yield break;
        }

        if (Gateways.Count > 0 && PasswordFile is not null)
        {
            yield return new ValidationResult(
                $"{Section}:PasswordFile and {Section}:Gateways are both set: put the one gateway into the list, as Name main", [nameof(Gateways)]);
        }

        if (Gateways.Count > SmsLimits.GatewaysMax)
        {
            yield return new ValidationResult($"{Section}:Gateways has more than {SmsLimits.GatewaysMax}", [nameof(Gateways)]);
        }

        if (Gateways.Count == 0 && !File.Exists(PasswordFile))
        {
            yield return new ValidationResult($"{Section}:PasswordFile is no file: '{PasswordFile}'", [nameof(PasswordFile)]);
        }

        foreach (string twice in Gateways.GroupBy(gateway => gateway.Name).Where(group => group.Count() > 1).Select(group => group.Key))
        {
            yield return new ValidationResult($"{Section}:Gateways has '{twice}' twice", [nameof(Gateways)]);
        }

        foreach (string fault in Gateways.SelectMany(gateway => gateway.Faults()))
        {
            yield return new ValidationResult($"{Section}: {fault}", [nameof(Gateways)]);
        }
    }
}
