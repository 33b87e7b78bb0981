namespace EnviAgriNet.Core.Alerts;

/// <summary>
/// The words of a warning in one language. In braces stand <c>place</c> and the numbers of the hazard; see
/// <see cref="AlertComposer"/>.
/// </summary>
/// <param name="EventName">What happens, in a few words.</param>
/// <param name="Headline">One line.</param>
/// <param name="Happening">What is happening.</param>
/// <param name="Effect">What it does to people; empty at the end.</param>
/// <param name="Instruction">What to do.</param>
/// <param name="Sms">The SMS.</param>
public sealed record AlertTemplate(
    string EventName, string Headline, string Happening, string Effect, string Instruction, string Sms);
