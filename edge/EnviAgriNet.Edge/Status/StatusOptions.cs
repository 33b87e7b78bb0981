using System.ComponentModel.DataAnnotations;
using System.Net;

namespace EnviAgriNet.Edge.Status;

/// <summary>The page for the centre's screen.</summary>
internal sealed class StatusOptions : IValidatableObject
{
    /// <summary>Where the options stand in the configuration.</summary>
    public const string Section = "Status";

    /// <summary>Default <c>127.0.0.1:8071</c>; address and port of the page, or empty for none.</summary>
    public string? Listen { get; set; } = "127.0.0.1:8071";

    /// <summary>Default 15 minutes; 10 seconds to 1 day. A series not heard for this long is called silent.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "1.00:00:00")]
    public TimeSpan SilentAfter { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>
    /// Default <c>centre</c>; who may acknowledge alerts on the page: 1 to 8 codes of 1 to 20 of <c>a-z 0-9 -</c>, divided by blanks.
    /// Codes, no names: they travel.
    /// </summary>
    [RegularExpression("^[a-z0-9-]{1,20}( [a-z0-9-]{1,20}){0,7}$")]
    public string Operators { get; set; } = "centre";

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!string.IsNullOrEmpty(Listen) && !IPEndPoint.TryParse(Listen, out _))
        {
            yield return new ValidationResult($"{Section}:Listen '{Listen}' is not address:port", [nameof(Listen)]);
        }
    }
}
