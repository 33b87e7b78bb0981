using System.ComponentModel.DataAnnotations;
using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.FirmwareHost.Boards;

/// <summary>Which station this is.</summary>
internal sealed class StationOptions : IValidatableObject
{
    public const string Section = "Station";

    /// <summary>No default: 3 to 40 characters of a-z, 0-9 and '-'.</summary>
    public string Id { get; set; } = string.Empty;

    /// <summary>No default: the region's code of 2, 4 or 6 digits.</summary>
    public string Region { get; set; } = string.Empty;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!StationId.TryParse(Id, out _))
        {
            yield return new ValidationResult(
                $"Id '{Id}' is not {StationId.LengthMin} to {StationId.LengthMax} characters of a-z, 0-9 and '-'", [nameof(Id)]);
        }

        if (!RegionId.TryParse(Region, out _))
        {
            yield return new ValidationResult($"Region '{Region}' is not a code of 2, 4 or 6 digits", [nameof(Region)]);
        }
    }
}
