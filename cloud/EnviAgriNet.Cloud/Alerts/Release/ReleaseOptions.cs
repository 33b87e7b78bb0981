using System.ComponentModel.DataAnnotations;

namespace EnviAgriNet.Cloud.Alerts.Release;

/// <summary>When warnings may go out. Without policies every witnessed warning goes at once.</summary>
internal sealed class ReleaseOptions : IValidatableObject
{
    /// <summary>Where the options stand in the configuration.</summary>
    public const string Section = "Release";

    /// <summary>Default none; at most 100. The first one that fits a warning holds; where none fits it goes at once.</summary>
    [MaxLength(100)]
    public IReadOnlyList<ReleasePolicy> Policies { get; set; } = [];

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        Policies.SelectMany((policy, i) => policy.Faults().Select(fault => new ValidationResult($"Policies:{i}: {fault}")));
}
