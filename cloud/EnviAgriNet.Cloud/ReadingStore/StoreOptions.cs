using System.ComponentModel.DataAnnotations;

namespace EnviAgriNet.Cloud.ReadingStore;

/// <summary>How long readings are kept.</summary>
internal sealed class StoreOptions
{
    /// <summary>Where the options stand in the configuration.</summary>
    public const string Section = "Store";

    /// <summary>Default 13; 1 to 1,200. Whole calendar months of single readings kept besides the present one; roll-ups are kept for ever.</summary>
    [Range(1, 1_200)]
    public int RawMonths { get; set; } = 13;

    /// <summary>Default 64; 4 to 4,096. Megabytes of the file that the writer keeps in memory.</summary>
    [Range(4, 4_096)]
    public int CacheMegabytes { get; set; } = 64;

    /// <summary>
    /// Default 1,048,576, a terabyte; 1 and above. Megabytes the file may grow to. Beyond it nothing is committed or receipted, as with a
    /// full disk, until a month is given up.
    /// </summary>
    [Range(1, int.MaxValue / 128)]
    public int FileMegabytesMax { get; set; } = 1_048_576;
}
