using System.ComponentModel.DataAnnotations;

namespace EnviAgriNet.Cloud.Access.Passkeys;

/// <summary>Passkeys of officers.</summary>
internal sealed class PasskeyOptions
{
    /// <summary>Where the options stand in the configuration.</summary>
    public const string Section = "Passkeys";

    /// <summary>
    /// Default none: the host that the browser asked for; an origin as <c>https://warnings.example.go.th</c>. To be set where a proxy in
    /// front changes the host. Passkeys belong to this host for ever: with another one they are lost.
    /// </summary>
    [RegularExpression(@"^(https://[a-z0-9.-]+(:\d{1,5})?|http://localhost(:\d{1,5})?)$", ErrorMessage = "Origin is as https://warnings.example.go.th, without a path")]
    public string? Origin { get; set; }
}
