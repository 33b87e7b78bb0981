using System.ComponentModel.DataAnnotations;
using EnviAgriNet.Core.Hazards;

namespace EnviAgriNet.Cloud.Channels;

/// <summary>When people are not woken. Severe and Extreme warnings know no quiet hours.</summary>
internal sealed class QuietOptions : IValidatableObject
{
    /// <summary>Where the options stand in the configuration.</summary>
    public const string Section = "Channels:QuietHours";

    /// <summary>Default InService; Always also in a replay, where they follow network time; Off never.</summary>
    [EnumDataType(typeof(QuietMode))]
    public QuietMode Mode { get; set; } = QuietMode.InService;

    /// <summary>Default 21:00, Bangkok time: when they begin.</summary>
    public TimeOnly From { get; set; } = new(21, 0);

    /// <summary>Default 06:00, Bangkok time: when they end.</summary>
    public TimeOnly To { get; set; } = new(6, 0);

    /// <summary>
    /// Default haze, drought, extreme-heat, cold, salinity-intrusion and fire-weather, with commas between: what may wait for the
    /// morning as long as it is Moderate or less. Water, wind and slopes do not wait.
    /// </summary>
    [Required(AllowEmptyStrings = true)]
    public string Hazards { get; set; } = "haze,drought,extreme-heat,cold,salinity-intrusion,fire-weather";

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (string hazard in HazardList().Where(h => !HazardCodes.TryParse(h, out _)))
        {
            yield return new ValidationResult($"Hazards: '{hazard}' is not a hazard");
        }

        if (From == To)
        {
            yield return new ValidationResult("From and To are the same; Mode Off switches quiet hours off");
        }
    }

    /// <summary>The hazards one by one.</summary>
    public IReadOnlySet<string> HazardList() =>
        Hazards.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToHashSet();
}

/// <summary>When quiet hours hold.</summary>
internal enum QuietMode
{
    /// <summary>In service only.</summary>
    InService,

    /// <summary>In a replay as well.</summary>
    Always,

    /// <summary>Never.</summary>
    Off,
}
