using System.ComponentModel.DataAnnotations;

namespace EnviAgriNet.Cloud.Channels;

/// <summary>How fast and how patiently a channel is served.</summary>
internal sealed class ChannelPace
{
    /// <summary>Default 50; 0.1 to 100000 messages a second. For SMS: what the operator allows, in parts.</summary>
    [Range(0.1, 100_000)]
    public double RatePerSecond { get; set; } = 50;

    /// <summary>Default 20; 1 to 500 attempts under way at once.</summary>
    [Range(1, 500)]
    public int InFlightMax { get; set; } = 20;

    /// <summary>Default 1 second; 10 milliseconds to 1 hour. The shortest wait before another attempt.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "01:00:00")]
    public TimeSpan RetryMin { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Default 1 minute; 10 milliseconds to 1 day. The longest wait before another attempt.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "1.00:00:00")]
    public TimeSpan RetryMax { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Default 1 minute; 10 milliseconds to 1 day. How long a lost answer waits for its receipt before the one repeat.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "1.00:00:00")]
    public TimeSpan SettleAfter { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Default 5; 1 to 1000 faults of the channel in a row stop it, and single probes see whether it is back.</summary>
    [Range(1, 1_000)]
    public int BreakerFaults { get; set; } = 5;

    /// <summary>Default 10 seconds; 10 milliseconds to 1 hour. The longest wait between two probes of a stopped channel.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "01:00:00")]
    public TimeSpan ProbeMax { get; set; } = TimeSpan.FromSeconds(10);
}
