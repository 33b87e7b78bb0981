namespace EnviAgriNet.Core.Alerts;

/// <summary>How CAP codes what is said; the values are those of its enumerations.</summary>
/// <param name="ResponseType">responseType: what people are asked to do.</param>
/// <param name="Urgency">urgency.</param>
/// <param name="Severity">severity.</param>
/// <param name="Certainty">certainty.</param>
/// <param name="IsSiren">Whether the centre's siren sounds.</param>
public sealed record AlertCodes(
    string ResponseType, string Urgency, string Severity, string Certainty, bool IsSiren = false)
{
    /// <summary>The codes of every end of a warning.</summary>
    public static AlertCodes Over { get; } = new("AllClear", "Past", "Minor", "Observed");
}
