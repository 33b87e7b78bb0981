using System.ComponentModel.DataAnnotations;

namespace EnviAgriNet.Edge.Downlink;

/// <summary>Where the siren and the display are.</summary>
internal sealed class DownlinkOptions
{
    /// <summary>Where the options stand in the configuration.</summary>
    public const string Section = "Downlink";

    /// <summary>Default none: the centre has no actuators. The Unix socket of the program that drives them.</summary>
    public string? ActuatorSocket { get; set; }

    /// <summary>Default 5 seconds; 0.1 seconds to 1 minute. How long an actuator may take to answer.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan AnswerTimeMax { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Default 2 seconds; 0.1 seconds to 1 minute. The first wait before another try; it doubles up to a minute.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan RetryAfter { get; set; } = TimeSpan.FromSeconds(2);
}
