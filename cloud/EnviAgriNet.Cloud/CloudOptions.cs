using System.ComponentModel.DataAnnotations;
using EnviAgriNet.Cloud.Regions;

namespace EnviAgriNet.Cloud;

/// <summary>What all areas of the cloud share.</summary>
internal sealed class CloudOptions
{
    /// <summary>Where the options stand in the configuration.</summary>
    public const string Section = "Cloud";

    /// <summary>Default <c>data</c>; the folder of the databases and keys, created when it is not there.</summary>
    [Required]
    public string DataFolder { get; set; } = "data";

    /// <summary>Default Wall: network time is the wall clock. Replay: the newest measurement time seen.</summary>
    [EnumDataType(typeof(NetworkTimeMode))]
    public NetworkTimeMode NetworkTime { get; set; } = NetworkTimeMode.Wall;

    /// <summary>Default 2 hours; 1 minute to 30 days. A reading older than this when it comes is late: stored, and pages nobody.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00")]
    public TimeSpan LateAfter { get; set; } = TimeSpan.FromHours(2);
}
