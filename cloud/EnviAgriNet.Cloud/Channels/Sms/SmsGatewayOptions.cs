using System.ComponentModel.DataAnnotations;

namespace EnviAgriNet.Cloud.Channels.Sms;

/// <summary>One SMS gateway.</summary>
internal sealed class SmsGatewayOptions
{
    /// <summary>Default <c>main</c>; 1 to 20 small letters, digits and hyphens, once only. It stands in deliveries and callback addresses.</summary>
    [Required]
    [RegularExpression("^[a-z0-9-]{1,20}$")]
    public string Name { get; set; } = "main";

    /// <summary>Default Kannel; Kannel or Http.</summary>
    [EnumDataType(typeof(SmsGatewayKind))]
    public SmsGatewayKind Kind { get; set; } = SmsGatewayKind.Kannel;

    /// <summary>Default <c>http://127.0.0.1:13013/cgi-bin/sendsms</c>; where messages are handed over.</summary>
    [Required]
    public Uri Url { get; set; } = new("http://127.0.0.1:13013/cgi-bin/sendsms");

    /// <summary>Default <c>warn</c>; the user at the gateway.</summary>
    [Required]
    public string Username { get; set; } = "warn";

    /// <summary>Default none; a file that holds the password, key or token and nothing else.</summary>
    public string? PasswordFile { get; set; }

    /// <summary>Default <c>WARN</c>; 1 to 15 letters and digits that people see as the sender.</summary>
    [RegularExpression("^[A-Za-z0-9+]{1,15}$")]
    public string Sender { get; set; } = "WARN";

    /// <summary>Default 1; 1 to 1000. Its share of the messages beside the other gateways' weights.</summary>
    [Range(1, 1_000)]
    public int Weight { get; set; } = 1;

    /// <summary>Default 50; 0.1 to 10000 messages a second: what the operator allows, in parts.</summary>
    [Range(0.1, 10_000)]
    public double RatePerSecond { get; set; } = 50;

    /// <summary>Default 20; 1 to 500 calls under way at once.</summary>
    [Range(1, 500)]
    public int InFlightMax { get; set; } = 20;

    /// <summary>Default 5; 1 to 1000 faults in a row take it out of the choice; single messages then see whether it is back.</summary>
    [Range(1, 1_000)]
    public int BreakerFaults { get; set; } = 5;

    /// <summary>Default 10 seconds; 10 milliseconds to 1 hour. The longest wait before it is tried again.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "01:00:00")]
    public TimeSpan ProbeMax { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Default 10 seconds; 100 milliseconds to 5 minutes for one call. After it the fate of a message that left is unknown.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:05:00")]
    public TimeSpan CallTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How a gateway of kind Http is called, and how it calls back.</summary>
    public HttpGatewayOptions Http { get; set; } = new();

    /// <summary>What is wrong with it, each as a sentence that names the gateway.</summary>
    public IEnumerable<string> Faults()
    {
        List<ValidationResult> faults = [];
        Validator.TryValidateObject(this, new ValidationContext(this), faults, validateAllProperties: true);
        IEnumerable<string> own = faults.Select(fault => fault.ErrorMessage ?? "is not valid");
        if (!File.Exists(PasswordFile))
        {
            own = own.Append($"PasswordFile is no file: '{PasswordFile}'");
        }

        if (Kind == SmsGatewayKind.Http)
        {
            own = own.Concat(Http.Faults(Url));
        }

        return own.Select(fault => $"gateway '{Name}': {fault}");
    }
}
