namespace EnviAgriNet.Core.Alerts;

/// <summary>A composed warning, before it becomes a document of some format. Names of codes are CAP's.</summary>
/// <param name="Case">What it says.</param>
/// <param name="Category">CAP category.</param>
/// <param name="EventCode">Code of the OASIS event terms.</param>
/// <param name="Parameters">The measured values by name, as documents carry them.</param>
/// <param name="Texts">The words by language.</param>
public sealed record AlertContent(
    AlertCase Case,
    string Category,
    string EventCode,
    IReadOnlyList<KeyValuePair<string, string>> Parameters,
    IReadOnlyDictionary<string, AlertText> Texts)
{
    /// <summary>CAP responseType.</summary>
    public string ResponseType => Case.Codes.ResponseType;

    /// <summary>CAP urgency.</summary>
    public string Urgency => Case.Codes.Urgency;

    /// <summary>CAP severity.</summary>
    public string Severity => Case.Codes.Severity;

    /// <summary>CAP certainty.</summary>
    public string Certainty => Case.Codes.Certainty;

    /// <summary>Whether the centre's siren sounds.</summary>
    public bool IsSiren => Case.Codes.IsSiren;
}
