using System.ComponentModel.DataAnnotations;
using EnviAgriNet.Protocol;

namespace EnviAgriNet.FirmwareHost.Sampling;

/// <summary>How much is held in memory until the edge has it.</summary>
internal sealed class RingOptions
{
    public const string Section = "Ring";

    /// <summary>50,000, from 2,000 to 5,000,000: samples held until the edge has them; at 15 series a minute that is 55 hours.</summary>
    [Range(2 * Limits.PackReadingsMax, 5_000_000)]
    public int SamplesMax { get; set; } = 50_000;
}
