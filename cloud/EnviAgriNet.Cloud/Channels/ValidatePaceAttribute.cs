using System.ComponentModel.DataAnnotations;

namespace EnviAgriNet.Cloud.Channels;

/// <summary>Checks the ranges of a channel's pace together with the options it belongs to.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ValidatePaceAttribute : ValidationAttribute
{
    /// <inheritdoc/>
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext)
    {
        if (value is not ChannelPace pace)
        {
            return new ValidationResult("the pace is missing", [nameof(ChannelPace)]);
        }

        List<ValidationResult> faults = [];
        Validator.TryValidateObject(pace, new ValidationContext(pace), faults, validateAllProperties: true);
        if (pace.RetryMax < pace.RetryMin)
        {
            faults.Add(new ValidationResult("RetryMax is shorter than RetryMin"));
        }

        return faults.Count == 0
            ? ValidationResult.Success
            : new ValidationResult("Pace: " + string.Join("; ", faults.Select(f => f.ErrorMessage)), [validationContext.MemberName ?? "Pace"]);
    }
}
