using System.ComponentModel.DataAnnotations;

namespace EnviAgriNet.Cloud.Channels;

/// <summary>Who is called when a warning waits and nobody answers.</summary>
internal sealed class EscalationOptions : IValidatableObject
{
    private const int StepsMax = 10;
    private static readonly TimeSpan AfterMin = TimeSpan.Zero;
    private static readonly TimeSpan AfterMax = TimeSpan.FromHours(24);

    /// <summary>Where the options stand in the configuration.</summary>
    public const string Section = "Channels:Escalation";

    /// <summary>Default none; at most 10, each later than the one before. Without steps nobody is called.</summary>
    [MaxLength(StepsMax)]
    public IReadOnlyList<EscalationStep> Steps { get; set; } = [];

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        for (int i = 0; i < Steps.Count; i++)
        {
            if (Steps[i].After < AfterMin || Steps[i].After > AfterMax || (i > 0 && Steps[i].After <= Steps[i - 1].After))
            {
                yield return new ValidationResult($"Steps:{i}: After is not from 0 to 24 hours and later than the step before");
            }

            if (Steps[i].Names().Count == 0)
            {
                yield return new ValidationResult($"Steps:{i}: Officers names nobody");
            }
        }
    }
}

/// <summary>One step of the calls.</summary>
internal sealed class EscalationStep
{
    /// <summary>Default 5 minutes, 0 to 24 hours: how long a warning has waited when the step is taken.</summary>
    public TimeSpan After { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The names of the officers who are called, with commas between.</summary>
    public string Officers { get; set; } = string.Empty;

    /// <summary>The names one by one.</summary>
    public IReadOnlyList<string> Names() => Officers.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
