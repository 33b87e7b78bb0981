using EnviAgriNet.Core.Messages;

namespace EnviAgriNet.Core.Hazards;

/// <summary>
/// One version of a rule: where it applies, when it raises and holds each level of its hazard, and who bears witness. Rules are data:
/// <see cref="HazardRuleJson"/> reads and writes them, and a version never changes.
/// </summary>
public sealed record HazardRule
{
    /// <summary>Names the rule over all its versions, in kebab case.</summary>
    public required string Id { get; init; }

    /// <summary>0 for a rule that comes with the program; 1 and above in the order they were added.</summary>
    public int Version { get; init; }

    /// <summary>The hazard it judges.</summary>
    public required HazardKind Hazard { get; init; }

    /// <summary>Its name in Thai; neutral unless <see cref="IsConfirmed"/>.</summary>
    public required string NameTh { get; init; }

    /// <summary>Its name in English; neutral unless <see cref="IsConfirmed"/>.</summary>
    public required string NameEn { get; init; }

    /// <summary>Where the limits come from.</summary>
    public required string Source { get; init; }

    /// <summary>Whether the limits were read at their source; others are this product's, whoever is said to use them.</summary>
    public bool IsConfirmed { get; init; }

    /// <summary>Why its hysteresis, times and witnesses are what they are; may be empty.</summary>
    public string Note { get; init; } = string.Empty;

    /// <summary>Where it applies.</summary>
    public RuleScope Scope { get; init; } = RuleScope.Everywhere;

    /// <summary>When Moderate is raised and held.</summary>
    public required RuleLevel Moderate { get; init; }

    /// <summary>When Severe is raised and held; null for a rule that knows no Severe.</summary>
    public RuleLevel? Severe { get; init; }

    /// <summary>The hours of a day in which it raises; null for all. It holds at any time.</summary>
    public DailyHours? RaiseBetween { get; init; }

    /// <summary>The times.</summary>
    public required HazardTiming Timing { get; init; }

    /// <summary>Who bears witness for Severe; without any, a person decides.</summary>
    public RuleWitnesses Witnesses { get; init; } = new();

    /// <summary>The rule and its version: <c>haze:0</c>.</summary>
    public override string ToString() => $"{Id}:{Version}";
}

/// <summary>When a level is raised, and when it stays.</summary>
/// <param name="Raise">What raises it.</param>
/// <param name="Hold">What keeps it once raised; what raises it also keeps it.</param>
public sealed record RuleLevel(Condition Raise, Condition Hold);

/// <summary>A span of a day in Bangkok time; one that ends before it begins goes over midnight.</summary>
/// <param name="From">The first time in it.</param>
/// <param name="Until">The first time after it.</param>
public sealed record DailyHours(TimeOnly From, TimeOnly Until)
{
    /// <summary>Whether a time lies in it.</summary>
    public bool Contains(DateTimeOffset at)
    {
        var time = TimeOnly.FromTimeSpan(LocalTime.Of(at).TimeOfDay);
        return From <= Until ? time >= From && time < Until : time >= From || time < Until;
    }
}
