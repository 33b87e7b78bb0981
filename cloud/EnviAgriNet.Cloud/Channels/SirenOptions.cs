using System.ComponentModel.DataAnnotations;

namespace EnviAgriNet.Cloud.Channels;

/// <summary>The centres' sirens and boards.</summary>
internal sealed class SirenOptions
{
    /// <summary>Where the options stand in the configuration.</summary>
    public const string Section = "Channels:Siren";

    /// <summary>Default true; whether alerts go down to the centres.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Default 10 seconds; 100 milliseconds to 5 minutes for the broker to take one notice.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:05:00")]
    public TimeSpan CallTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How fast and how patiently; a notice is repeated after RetryMin to RetryMax until the centre says that it shows it.</summary>
    [ValidatePace]
    public ChannelPace Pace { get; set; } = new()
    {
        RatePerSecond = 500,
        InFlightMax = 50,
        RetryMin = TimeSpan.FromSeconds(10),
        RetryMax = TimeSpan.FromMinutes(5),
    };
}
