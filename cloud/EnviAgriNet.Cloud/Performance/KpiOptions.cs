using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace EnviAgriNet.Cloud.Performance;

/// <summary>How the network's performance is counted, and the targets of its years.</summary>
internal sealed class KpiOptions : IValidatableObject
{
    /// <summary>Where the options stand in the configuration.</summary>
    public const string Section = "Kpi";

    /// <summary>Default 10; 1 to 12: the month a year begins in. The Thai budget year begins in October and is called after the year it ends in.</summary>
    [Range(1, 12)]
    public int YearBeginsInMonth { get; set; } = 10;

    /// <summary>Default 5 minutes; 1 minute to 1 day. A station whose last health report is older is neither up nor down but unknown.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan HealthSilentAfter { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Default empty; the targets by the Gregorian year that a counted year ends in, as <c>Kpi:Targets:2027:Uptime</c>.</summary>
    public Dictionary<string, KpiTargets> Targets { get; set; } = [];

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => Targets
        .SelectMany(t => int.TryParse(t.Key, NumberStyles.None, CultureInfo.InvariantCulture, out int year) && year is >= 2020 and <= 2100
            ? t.Value.Faults(t.Key)
            : [$"Kpi:Targets:{t.Key} is not a year from 2020 to 2100"])
        .Select(fault => new ValidationResult(fault));
}
