using System.ComponentModel.DataAnnotations;

namespace EnviAgriNet.FirmwareHost.Actuators;

/// <summary>Where the siren's relay is.</summary>
internal sealed class SirenOptions : IValidatableObject
{
    /// <summary>Where the options stand in the configuration.</summary>
    public const string Section = "Siren";

    /// <summary>Default none: the siren is only heard of in the log. The GPIO chip, as in <c>/dev/gpiochip0</c>; needs Line.</summary>
    public string? Chip { get; set; }

    /// <summary>Default none; 0 to 1023. The number of the line on its chip; needs Chip.</summary>
    [Range(0, 1023)]
    public int? Line { get; set; }

    /// <summary>Default false. Whether the relay is on while the line is low.</summary>
    public bool ActiveLow { get; set; }

    /// <summary>Default 10 minutes; 10 seconds to 1 hour. It sounds no longer in one go, whatever is ordered meanwhile.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "01:00:00")]
    public TimeSpan LongestSound { get; set; } = TimeSpan.FromMinutes(10);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Chip is null != Line is null)
        {
            yield return new ValidationResult("Chip and Line are given together, or neither is", [nameof(Chip), nameof(Line)]);
        }
    }
}
