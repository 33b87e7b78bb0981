namespace EnviAgriNet.Core.Alerts;

/// <summary>A composed warning, before it becomes a document of some format. Names of codes are CAP's.</summary>
/// <param name="Case">What it says.</param>
/// <param name="Category">CAP category.</param>
/// <param name="EventCode">Code of the OASIS event terms.</param>
/// <param name="ResponseType">CAP responseType.</param>
/// <param name="Urgency">CAP urgency.</param>
/// <param name="Severity">CAP severity.</param>
/// <param name="Certainty">CAP certainty.</param>
/// <param name="IsSiren">Whether the centre's siren sounds.</param>
/// <param name="Parameters">The measured values by name, as documents carry them.</param>
/// <param name="Texts">The words by language.</param>
public sealed record AlertContent(
    AlertCase Case,
    string Category,
    string EventCode,
    string ResponseType,
    string Urgency,
    string Severity,
    string Certainty,
    bool IsSiren,
    IReadOnlyList<KeyValuePair<string, string>> Parameters,
    IReadOnlyDictionary<string, AlertText> Texts);
