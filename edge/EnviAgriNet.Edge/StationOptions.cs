using System.ComponentModel.DataAnnotations;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Protocol;

namespace EnviAgriNet.Edge;

/// <summary>Which station this is.</summary>
internal sealed class StationOptions : IValidatableObject
{
    /// <summary>Where the options stand in the configuration.</summary>
    public const string Section = "Station";

    /// <summary>No default; 3 to 40 characters of a-z, 0-9 and '-'.</summary>
    public string Id { get; set; } = string.Empty;

    /// <summary>No default; the code of the place, 2, 4 or 6 digits.</summary>
    public string Region { get; set; } = string.Empty;

    /// <summary>The id as a type.</summary>
    public StationId StationId => StationId.Parse(Id);

    /// <summary>The topic of one kind of this station.</summary>
    public string TopicOf(string kind) => Topics.Of(RegionId.Parse(Region), StationId, kind);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!StationId.TryParse(Id, out _))
        {
            yield return new ValidationResult($"{Section}:Id '{Id}' is not 3 to 40 characters of a-z, 0-9 and '-'", [nameof(Id)]);
        }

        if (!RegionId.TryParse(Region, out _))
        {
            yield return new ValidationResult($"{Section}:Region '{Region}' is not a code of 2, 4 or 6 digits", [nameof(Region)]);
        }
    }
}
