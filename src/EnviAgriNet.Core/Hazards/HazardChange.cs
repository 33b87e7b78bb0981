using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Core.Hazards;

/// <summary>Something that changed about an event.</summary>
/// <param name="Kind">What changed.</param>
/// <param name="Region">Where.</param>
/// <param name="Hazard">Of which hazard.</param>
/// <param name="EventId">The event; the same from its opening to its end.</param>
/// <param name="Onset">When it began, by measurement time.</param>
/// <param name="Level">The level now; None at the end; of a proposal the level proposed.</param>
/// <param name="Previous">The level before.</param>
/// <param name="At">Measurement time of the change.</param>
/// <param name="ExpiresAt">Until when what is said of it holds.</param>
/// <param name="IsLive">Whether it may be told to people; false: for the record only.</param>
/// <param name="Evidence">The numbers; null when the event lapsed in silence.</param>
public sealed record HazardChange(
    ChangeKind Kind,
    RegionId Region,
    HazardKind Hazard,
    string EventId,
    DateTimeOffset Onset,
    HazardLevel Level,
    HazardLevel Previous,
    DateTimeOffset At,
    DateTimeOffset ExpiresAt,
    bool IsLive,
    Evidence? Evidence);

/// <summary>What can change about an event.</summary>
public enum ChangeKind
{
    /// <summary>It began.</summary>
    Opened,

    /// <summary>Its level rose or fell, or a level reached in the past is now told to people.</summary>
    LevelChanged,

    /// <summary>It goes on as it is; the warning would expire otherwise.</summary>
    Extended,

    /// <summary>Severe without a second witness: a person decides. The level of the event stays.</summary>
    Proposed,

    /// <summary>It is over, by measurement.</summary>
    Ended,

    /// <summary>Its warning expired without data. Nobody says that it is over.</summary>
    Lapsed,
}
