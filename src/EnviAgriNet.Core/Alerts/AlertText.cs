namespace EnviAgriNet.Core.Alerts;

/// <summary>A warning in one language.</summary>
/// <param name="EventName">What happens, in a few words.</param>
/// <param name="Headline">One line.</param>
/// <param name="Description">What is happening, with the measured numbers and since when, and what it does to people.</param>
/// <param name="Instruction">What to do.</param>
/// <param name="Sms">The SMS, which stands alone.</param>
/// <param name="Area">The place.</param>
/// <param name="SenderName">Who says so.</param>
/// <param name="Detail">A second SMS with what the first had no room for; empty when there is none.</param>
public sealed record AlertText(
    string EventName,
    string Headline,
    string Description,
    string Instruction,
    string Sms,
    string Area,
    string SenderName,
    string Detail = "")
{
    /// <summary>The number to call; empty when none is known.</summary>
    public string Contact { get; init; } = string.Empty;
}
