using System.ComponentModel.DataAnnotations;

namespace EnviAgriNet.Edge.Outbox;

/// <summary>Where accepted readings are kept until the cloud has proved that it has them, and how many.</summary>
internal sealed class OutboxOptions : IValidatableObject
{
    /// <summary>Where the options stand in the configuration.</summary>
    public const string Section = "Outbox";

    /// <summary>Default <c>outbox</c>; a folder on the disk that may fill. Made when it is missing.</summary>
    [Required]
    public string Folder { get; set; } = "outbox";

    /// <summary>Default 2 GiB; 256 KiB and above. Beyond it old packs are thinned, then the oldest segment is dropped.</summary>
    [Range(256L * 1024, long.MaxValue)]
    public long BytesMax { get; set; } = 2L * 1024 * 1024 * 1024;

    /// <summary>Default 45; 1 to 3650. Segments older than this many days are dropped.</summary>
    [Range(1, 3650)]
    public int DaysMax { get; set; } = 45;

    /// <summary>Default 16 MiB; 32 KiB to a quarter of BytesMax. A segment that reaches it is followed by a new one.</summary>
    [Range(32L * 1024, 1024L * 1024 * 1024)]
    public long SegmentBytesMax { get; set; } = 16L * 1024 * 1024;

    /// <summary>Default 1 day; 1 second to 30 days. A segment that is older is followed by a new one.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "30.00:00:00")]
    public TimeSpan SegmentAgeMax { get; set; } = TimeSpan.FromDays(1);

    /// <summary>Default 16 MiB; 0 to 1 GiB. With less free on the disk nothing is accepted, so that the edge can still keep its books.</summary>
    [Range(0L, 1024L * 1024 * 1024)]
    public long FreeBytesMin { get; set; } = 16L * 1024 * 1024;

    /// <summary>Default 24 hours; 1 minute to 365 days. Only packs older than this are thinned.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "365.00:00:00")]
    public TimeSpan ThinAfter { get; set; } = TimeSpan.FromHours(24);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (SegmentBytesMax > BytesMax / 4)
        {
            yield return new ValidationResult(
                $"{Section}:SegmentBytesMax is at most a quarter of BytesMax", [nameof(SegmentBytesMax)]);
        }
    }
}
