using System.ComponentModel.DataAnnotations;

namespace EnviAgriNet.Edge.Outbox;

/// <summary>When accepted readings become a pack.</summary>
internal sealed class PackingOptions
{
    /// <summary>Where the options stand in the configuration.</summary>
    public const string Section = "Packing";

    /// <summary>Default 1000; 1 to 1000. A pack is formed when this many readings wait.</summary>
    [Range(1, Protocol.Limits.PackReadingsMax)]
    public int ReadingsMax { get; set; } = Protocol.Limits.PackReadingsMax;

    /// <summary>Default 5 seconds; 10 milliseconds to 1 hour. A pack is formed when the oldest reading waited this long.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "01:00:00")]
    public TimeSpan AgeMax { get; set; } = TimeSpan.FromSeconds(5);
}
