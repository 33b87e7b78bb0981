namespace EnviAgriNet.Core.Crops.Outlook;

/// <summary>A disease that the weather favours now.</summary>
/// <param name="Disease">Its code: <c>rice-blast</c>.</param>
/// <param name="Level">How much the weather favours it.</param>
/// <param name="Nights">Nights in a row, up to the last one, that fit.</param>
/// <param name="NightsNeeded">Nights in a row that the rule asks for.</param>
/// <param name="Status">How sure the rule is: the one for blast is unconfirmed.</param>
public sealed record DiseaseRisk(string Disease, DiseaseLevel Level, int Nights, int NightsNeeded, RuleStatus Status);

/// <summary>How much the weather favours a disease.</summary>
public enum DiseaseLevel
{
    /// <summary>The weather does not favour it.</summary>
    Low,

    /// <summary>On the way: more than half of the nights that the rule asks for.</summary>
    Rising,

    /// <summary>The rule is met: look at the field.</summary>
    High,
}
