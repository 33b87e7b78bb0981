using System.ComponentModel.DataAnnotations;

namespace EnviAgriNet.Edge.Uplink;

/// <summary>How packs go up.</summary>
internal sealed class UplinkOptions
{
    /// <summary>Where the options stand in the configuration.</summary>
    public const string Section = "Uplink";

    /// <summary>Default 16; 1 to 500. Packs that are sent and have no receipt yet.</summary>
    [Range(1, 500)]
    public int InFlightMax { get; set; } = 16;

    /// <summary>Default 20 seconds; 0.1 seconds to 1 hour. A pack without a receipt for this long is sent again.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00")]
    public TimeSpan ReceiptTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Default 10 minutes; 0.1 seconds to 1 day. The longest wait for a receipt; it doubles from send to send up to this.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "1.00:00:00")]
    public TimeSpan ReceiptTimeoutMax { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Default 30 seconds; 1 second to 1 hour. How often health is told when nothing changes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan HealthEvery { get; set; } = TimeSpan.FromSeconds(30);
}
