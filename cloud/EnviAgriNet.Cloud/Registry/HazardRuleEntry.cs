using EnviAgriNet.Core.Hazards;

namespace EnviAgriNet.Cloud.Registry;

/// <summary>A version of a rule as the registry has it.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="State">How far it has come.</param>
/// <param name="By">Who added it; empty for a rule of the program.</param>
/// <param name="At">When it was added; null for a rule of the program.</param>
/// <param name="Reason">Why it was added.</param>
/// <param name="Trial">What a back-test of it found, in one line; null for a version that was never tried.</param>
internal sealed record HazardRuleEntry(
    HazardRule Rule, HazardRuleState State, string By, DateTimeOffset? At, string Reason, string? Trial);

/// <summary>How far a version of a rule has come.</summary>
internal enum HazardRuleState
{
    /// <summary>Added, and not tried on the past.</summary>
    Draft,

    /// <summary>Tried on the past.</summary>
    Tried,

    /// <summary>It judges.</summary>
    On,

    /// <summary>It judged once, and does not any more.</summary>
    Off,
}

/// <summary>Something that was done to a version of a rule.</summary>
/// <param name="At">When.</param>
/// <param name="Version">To which version.</param>
/// <param name="Step">What: added, tried, on, off.</param>
/// <param name="By">Who did it.</param>
/// <param name="Reason">Why; what a trial found.</param>
internal sealed record HazardRuleStep(DateTimeOffset At, int Version, string Step, string By, string Reason);
