using EnviAgriNet.Core.Windows;

namespace EnviAgriNet.Core.Hazards;

/// <summary>Who bears witness for a Severe; any one of them is enough, and without one a person decides.</summary>
public sealed record RuleWitnesses
{
    /// <summary>Other measures of the same station; null for none.</summary>
    public Condition? Measures { get; init; }

    /// <summary>Whether a second sensor of the station that raises the hazard is a witness.</summary>
    public bool Sibling { get; init; }

    /// <summary>Whether another station of the province that raises the hazard is a witness.</summary>
    public bool Neighbour { get; init; }

    /// <summary>Whether the series is its own witness while it moves as the thing measured can; null when it is not.</summary>
    public MotionWitness? Motion { get; init; }

    /// <summary>Whether the series is its own witness when it stays beyond a limit; null when it is not.</summary>
    public PersistenceWitness? Persistence { get; init; }
}

/// <summary>A series that moves as the thing measured can.</summary>
/// <param name="Quantity">The quantity of the series.</param>
/// <param name="Limits">How it can move.</param>
public sealed record MotionWitness(string Quantity, MotionLimits Limits);

/// <summary>So many hours of the last ones beyond a limit, and their mean without the worst of them beyond it as well.</summary>
/// <param name="Measure">A measure that can be asked for by the hour.</param>
/// <param name="Is">How its hours are compared.</param>
/// <param name="Value">The limit.</param>
/// <param name="Hours">How many hours must be beyond it.</param>
/// <param name="Of">Of how many.</param>
public sealed record PersistenceWitness(string Measure, Comparison Is, double Value, int Hours, int Of);
