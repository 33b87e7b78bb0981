using System.ComponentModel.DataAnnotations;
using EnviAgriNet.Core.Hazards;

namespace EnviAgriNet.Cloud.Regions;

/// <summary>The rules of the hazards as settings; their defaults stand in the rules.</summary>
internal sealed class HazardsOptions : IValidatableObject
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Hazards";

    /// <summary>The rule for haze.</summary>
    public HazeRule Haze { get; set; } = new();

    /// <summary>The rule for river floods.</summary>
    public RiverFloodRule RiverFlood { get; set; } = new();

    /// <summary>The rules with the limit of late readings.</summary>
    public HazardRules Rules(TimeSpan lateAfter) => new() { Haze = Haze, RiverFlood = RiverFlood, LateAfter = lateAfter };

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!(Haze.SevereAbove > Haze.ModerateAbove && Haze.ModerateAbove > 0))
        {
            yield return new ValidationResult("Hazards:Haze: SevereAbove must be above ModerateAbove, and that above 0");
        }

        if (Haze.ClearShare is not (> 0 and <= 1))
        {
            yield return new ValidationResult("Hazards:Haze:ClearShare must be above 0 and at most 1");
        }

        if (!(RiverFlood.SeverePercentAbove > RiverFlood.ModeratePercentAbove
            && RiverFlood.ModeratePercentAbove >= RiverFlood.RisingPercentAbove))
        {
            yield return new ValidationResult(
                "Hazards:RiverFlood: SeverePercentAbove must be above ModeratePercentAbove, and that not below RisingPercentAbove");
        }

        foreach ((string name, HazardTiming timing) in new[]
            { ("Haze", Haze.Timing), ("RiverFlood", RiverFlood.Timing) })
        {
            if (timing.OnsetHold < TimeSpan.Zero || timing.ClearHold < TimeSpan.Zero || timing.SilenceAfter <= TimeSpan.Zero
                || timing.ExtendAhead <= TimeSpan.Zero || timing.Validity <= timing.ExtendAhead
                || timing.AllClearValidity <= TimeSpan.Zero)
            {
                yield return new ValidationResult(
                    $"Hazards:{name}:Timing: times must be above 0 (holds may be 0), and Validity above ExtendAhead");
            }
        }
    }
}
