using System.ComponentModel.DataAnnotations;
using EnviAgriNet.Core.Quality;

namespace EnviAgriNet.Edge.Quality;

/// <summary>How readings are judged on arrival.</summary>
internal sealed class QualityOptions : IValidatableObject
{
    /// <summary>Where the options stand in the configuration.</summary>
    public const string Section = "Quality";

    /// <summary>Default All: every test that needs no later reading; Range: only whether a value is possible at all.</summary>
    public QualityScope Tests { get; set; } = QualityScope.All;

    /// <summary>
    /// Default Trusted; Optical: what dust sensors tell above 70 % humidity is suspect. Suspect values enter no mean, and the nights of
    /// the haze season are damper than that, so an edge whose only dust sensors are optical would go blind to haze.
    /// </summary>
    public DustSensors DustSensors { get; set; } = DustSensors.Trusted;

    /// <summary>Default none. A JSON file with limits of quantities that take the place of the defaults, as docs/quality.md tells.</summary>
    public string? LimitsFile { get; set; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        _ = Book(out IReadOnlyList<string> faults);
        return faults.Select(f => new ValidationResult($"{Section}:LimitsFile: {f}", [nameof(LimitsFile)]));
    }

    /// <summary>The limits; null with every fault when the file is not right.</summary>
    public QualityBook? Book(out IReadOnlyList<string> faults)
    {
        faults = [];
        if (string.IsNullOrEmpty(LimitsFile))
        {
            return QualityBook.Default;
        }

        try
        {
            return QualityBook.TryParse(File.ReadAllText(LimitsFile), out faults);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            faults = [e.Message];
            return null;
        }
    }
}

/// <summary>Which tests are made.</summary>
internal enum QualityScope
{
    /// <summary>All that can be made on arrival.</summary>
    All,

    /// <summary>Only the range of the catalog.</summary>
    Range,
}

/// <summary>What kind of dust sensors the sources have.</summary>
internal enum DustSensors
{
    /// <summary>What they tell is taken as it is: corrected for humidity, of dried air, or better than nothing.</summary>
    Trusted,

    /// <summary>They count particles by light and take droplets for dust; others are there for damp air.</summary>
    Optical,
}
