using System.ComponentModel.DataAnnotations;

namespace EnviAgriNet.Cloud.Regions;

/// <summary>How regions are hosted.</summary>
internal sealed class RegionsOptions
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Regions";

    /// <summary>
    /// Default 2, 1 to 64: loops that judge, each for the provinces that fall to it. In a replay one loop judges all, so that
    /// network time passes for all provinces alike.
    /// </summary>
    [Range(1, 64)]
    public int Partitions { get; set; } = 2;

    /// <summary>Default 64, 1 to 10,000: groups of packs that may wait for a loop before ingest waits.</summary>
    [Range(1, 10_000)]
    public int QueueGroupsMax { get; set; } = 64;

    /// <summary>Default 15 minutes, 1 second to 1 hour of network time: how far a crash may throw judging back.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan SaveEvery { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Default 30 seconds, 1 second to 10 minutes: how often time passes for regions whose stations are silent.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan TickEvery { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Default 31 days, 1 hour to 366 days: how far back readings that were never judged are judged at the first start.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "366.00:00:00")]
    public TimeSpan UnjudgedMax { get; set; } = TimeSpan.FromDays(31);
}
