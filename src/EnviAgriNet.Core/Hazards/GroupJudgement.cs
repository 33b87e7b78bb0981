namespace EnviAgriNet.Core.Hazards;

/// <summary>What a group of series says about a hazard at a time.</summary>
internal sealed class GroupJudgement
{
    private double? _badness;

    public required RuleJudge Judge { get; init; }

    public required MeasureSet Measures { get; init; }

    /// <summary>Whether it says anything: it holds a level, or it is certain that it does not.</summary>
    public required bool IsKnown { get; init; }

    /// <summary>The level its values raise.</summary>
    public required HazardLevel Raise { get; init; }

    /// <summary>The newest reading that raises Moderate or more; only where it is raised.</summary>
    public required DateTimeOffset RaisedAt { get; init; }

    /// <summary>The newest reading that raises Severe; only where it is raised.</summary>
    public required DateTimeOffset SevereAt { get; init; }

    /// <summary>The level its values hold up once raised; never below <see cref="Raise"/>.</summary>
    public required HazardLevel Hold { get; init; }

    /// <summary>A level that it may still hold up for all that is known: what its silent series held last; None when it is not above <see cref="Hold"/>.</summary>
    public required HazardLevel Silent { get; init; }

    /// <summary>The measure that decided; null when nothing is held.</summary>
    public required string? Decided { get; init; }

    public StationWindows Station => Measures.Group.Station;

    public Evidence ToEvidence() => Judge.EvidenceOf(this);

    public double Badness => _badness ??= Judge.BadnessOf(Measures);
}
