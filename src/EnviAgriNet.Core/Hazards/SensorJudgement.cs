namespace EnviAgriNet.Core.Hazards;

/// <summary>What one series says about a hazard.</summary>
/// <param name="Raise">The level its values would raise.</param>
/// <param name="Hold">The level its values would hold up once raised; never below <paramref name="Raise"/>.</param>
/// <param name="IsPlausible">Whether the series alone bears a Severe: it moves as the thing measured can.</param>
/// <param name="Badness">Tells which of two series of one level is the worse.</param>
/// <param name="Evidence">The numbers.</param>
public sealed record SensorJudgement(
    HazardLevel Raise, HazardLevel Hold, bool IsPlausible, double Badness, Evidence Evidence);
