using System.ComponentModel.DataAnnotations;

namespace EnviAgriNet.Mqtt;

/// <summary>How to reach the broker, and how hard to try.</summary>
public sealed class LinkOptions : IValidatableObject
{
    /// <summary>Where the options stand in the configuration.</summary>
    public const string Section = "Mqtt";

    /// <summary>Default 127.0.0.1; a name or an address, 1 to 253 characters.</summary>
    public string Host { get; set; } = "127.0.0.1";

    /// <summary>Default 1883; 1 to 65535.</summary>
    public int Port { get; set; } = 1883;

    /// <summary>
    /// Default empty, the broker chooses; up to 128 printable ASCII characters, unique at the broker.
    /// </summary>
    public string ClientId { get; set; } = string.Empty;

    /// <summary>Default Auto: MQTT 5, and 3.1.1 with a broker that does not speak 5.</summary>
    public LinkProtocol Protocol { get; set; } = LinkProtocol.Auto;

    /// <summary>
    /// Default 30 seconds; 5 seconds to 1 hour. A dead connection is noticed after one and a half of it.
    /// </summary>
    public TimeSpan KeepAlive { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Default none: no TLS. The authority that signed the broker's certificate, as PEM.</summary>
    public string? CaFile { get; set; }

    /// <summary>Default none. Our certificate as PEM; needs the key and the authority as well.</summary>
    public string? CertificateFile { get; set; }

    /// <summary>Default none. The key of our certificate as PEM, without a passphrase.</summary>
    public string? KeyFile { get; set; }

    /// <summary>Default none: no user name is sent.</summary>
    public string? Username { get; set; }

    /// <summary>Default none: no password is sent. A file with the password; read at each attempt.</summary>
    public string? PasswordFile { get; set; }

    /// <summary>Default 0.5 seconds; 10 milliseconds to 1 hour. The shortest wait before another attempt.</summary>
    public TimeSpan BackOffMin { get; set; } = TimeSpan.FromSeconds(0.5);

    /// <summary>Default 60 seconds; BackOffMin to 1 day. The longest wait before another attempt.</summary>
    public TimeSpan BackOffMax { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Default 64; 1 to 1000. How many publications may be unacknowledged.</summary>
    public int InFlightMax { get; set; } = 64;

    /// <summary>
    /// Default 1000; 1 to 100000. Received messages that wait for a reader before the socket has to wait.
    /// </summary>
    public int ReceiveBufferMax { get; set; } = 1_000;

    /// <summary>
    /// Default true: the broker forgets our subscriptions and undelivered messages when the link drops.
    /// </summary>
    public bool CleanSession { get; set; } = true;

    /// <summary>Default 5 seconds; 0 to 5 minutes. What a stop waits for acknowledgements.</summary>
    public TimeSpan StopTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Every fault of the options, each with the names of the settings it is about.</summary>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => Faults();

    /// <summary>Every fault of the options; empty if they can be used.</summary>
    public IReadOnlyList<ValidationResult> Faults()
    {
        List<ValidationResult> faults = [];
        Require(
            faults,
            Host is { Length: >= 1 and <= 253 } && !Host.Any(c => c <= ' '),
            "is a name or an address",
            nameof(Host));
        RequireRange(faults, Port, 1, 65_535, nameof(Port));
        Require(
            faults,
            ClientId is { Length: <= 128 } && ClientId.All(c => c is > ' ' and < (char)127),
            "has up to 128 printable ASCII characters",
            nameof(ClientId));
        Require(faults, Enum.IsDefined(Protocol), "is Auto, V5 or V311", nameof(Protocol));
        Require(
            faults, CleanSession || !string.IsNullOrEmpty(ClientId), "is needed to keep a session", nameof(ClientId));
        RequireRange(faults, KeepAlive, TimeSpan.FromSeconds(5), TimeSpan.FromHours(1), nameof(KeepAlive));
        RequireRange(faults, BackOffMin, TimeSpan.FromMilliseconds(10), TimeSpan.FromHours(1), nameof(BackOffMin));
        RequireRange(faults, BackOffMax, BackOffMin, TimeSpan.FromDays(1), nameof(BackOffMax));
        RequireRange(faults, InFlightMax, 1, Limits.InFlightMax, nameof(InFlightMax));
        RequireRange(faults, ReceiveBufferMax, 1, 100_000, nameof(ReceiveBufferMax));
        RequireRange(faults, StopTimeout, TimeSpan.Zero, TimeSpan.FromMinutes(5), nameof(StopTimeout));
        CheckFiles(faults);
        return faults;
    }

    private static void RequireRange<T>(List<ValidationResult> faults, T value, T min, T max, string name)
        where T : IComparable<T> =>
        Require(faults, value.CompareTo(min) >= 0 && value.CompareTo(max) <= 0, $"is from {min} to {max}", name);

    private static void Require(List<ValidationResult> faults, bool isMet, string rule, string name)
    {
        if (!isMet)
        {
            faults.Add(new ValidationResult($"{Section}:{name} {rule}", [name]));
        }
    }

    private void CheckFiles(List<ValidationResult> faults)
    {
        bool hasCertificate = !string.IsNullOrEmpty(CertificateFile);
        Require(
            faults, hasCertificate == !string.IsNullOrEmpty(KeyFile), "goes with CertificateFile", nameof(KeyFile));
        Require(
            faults, !hasCertificate || !string.IsNullOrEmpty(CaFile), "is needed with CertificateFile", nameof(CaFile));
        Require(
            faults,
            string.IsNullOrEmpty(PasswordFile) || !string.IsNullOrEmpty(Username),
            "is needed with PasswordFile",
            nameof(Username));
        RequireFile(faults, CaFile, nameof(CaFile));
        RequireFile(faults, CertificateFile, nameof(CertificateFile));
        RequireFile(faults, KeyFile, nameof(KeyFile));
        RequireFile(faults, PasswordFile, nameof(PasswordFile));
    }

    private static void RequireFile(List<ValidationResult> faults, string? file, string name) =>
        Require(faults, string.IsNullOrEmpty(file) || File.Exists(file), $"is no file: '{file}'", name);
}
