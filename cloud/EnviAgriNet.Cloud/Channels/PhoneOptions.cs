using System.ComponentModel.DataAnnotations;

namespace EnviAgriNet.Cloud.Channels;

/// <summary>The on-screen phone, for trying out: what it gets is shown on the page.</summary>
internal sealed class PhoneOptions
{
    /// <summary>Where the options stand in the configuration.</summary>
    public const string Section = "Channels:Phone";

    /// <summary>Default true; whether the phone takes messages.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>How fast and how patiently.</summary>
    [ValidatePace]
    [Required]
    public ChannelPace Pace { get; set; } = new() { RatePerSecond = 1_000 };
}
