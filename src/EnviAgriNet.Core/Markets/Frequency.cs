namespace EnviAgriNet.Core.Markets;

/// <summary>How often a price is quoted.</summary>
public enum Frequency
{
    /// <summary>Each working day: Monday to Friday.</summary>
    Daily,

    /// <summary>Each week, dated by its Monday.</summary>
    Weekly,

    /// <summary>Each month, dated by its first day.</summary>
    Monthly,
}
