using System.ComponentModel.DataAnnotations;

namespace EnviAgriNet.Cloud.Registration;

/// <summary>Who answers for the subscribers' data, and how fast people may register.</summary>
internal sealed class RegistrationOptions
{
    /// <summary>Where the options stand in the configuration.</summary>
    public const string Section = "Registration";

    /// <summary>What the consent text says while nobody has set a name.</summary>
    public const string NoController = "EnviAgriNet (ระบบทดลอง)";

    /// <summary>Default a name that says "trial"; 1 to 200 characters. Who answers for the data, in Thai; stands in the consent text.</summary>
    [Required]
    [StringLength(200)]
    public string Controller { get; set; } = NoController;

    /// <summary>Default "EnviAgriNet (trial)"; up to 200 characters. The same in English; empty takes the Thai name.</summary>
    [StringLength(200)]
    public string ControllerEn { get; set; } = "EnviAgriNet (trial)";

    /// <summary>Default the nearest centre; 1 to 200 characters. Where people ask about their data: a number, an address.</summary>
    [Required]
    [StringLength(200)]
    public string Contact { get; set; } = "ศูนย์ดิจิทัลชุมชนใกล้บ้าน (the nearest community digital centre)";

    /// <summary>
    /// Default 60; 1 to 10,000. Codes that one client address (IPv6: one /64) may ask for in an hour. Many phones of one operator
    /// share an address, so that a small figure locks out a village on its registration day.
    /// </summary>
    [Range(1, 10_000)]
    public int CodesPerClientPerHour { get; set; } = 60;

    /// <summary>Default 3,000; 1 to 1,000,000. Codes of all clients together in an hour: what an attack can cost in messages.</summary>
    [Range(1, 1_000_000)]
    public int CodesPerHour { get; set; } = 3_000;

    /// <summary>
    /// Default empty: forms are taken from pages of the host that the request names. Behind a proxy that changes the host, the address
    /// that people see, as <c>https://warn.example.go.th</c>.
    /// </summary>
    [RegularExpression(@"^(https?://[^\s/]+)?$", ErrorMessage = "Origin is empty or an address as https://warn.example.go.th, without a path")]
    public string Origin { get; set; } = string.Empty;

    /// <summary>
    /// Default empty: a client is known by its connection. Behind a proxy, the header in which it states the client, as
    /// <c>X-Forwarded-For</c>; of several addresses the last one counts, which is the one the proxy itself has seen.
    /// </summary>
    [RegularExpression("^[A-Za-z0-9-]{0,60}$", ErrorMessage = "ClientHeader is the name of a header")]
    public string ClientHeader { get; set; } = string.Empty;
}
