using EnviAgriNet.Core.Messages;

namespace EnviAgriNet.Core.Alerts;

/// <summary>What a warning of one hazard and level says, and how documents code it.</summary>
/// <param name="Codes">The codes of CAP.</param>
/// <param name="Thai">The words in Thai.</param>
/// <param name="English">The words in English.</param>
public sealed record AlertCase(AlertCodes Codes, AlertTemplate Thai, AlertTemplate English)
{
    /// <summary>The words in a language.</summary>
    public AlertTemplate In(string language) => language == Languages.Thai ? Thai : English;

    /// <summary>The event's name in English.</summary>
    public override string ToString() => English.EventName;
}
