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
/// <param name="Sms">The first SMS, which stands alone.</param>
/// <param name="Steps">What to do in at most <see cref="StepsUnitsMax"/> units, for the second SMS.</param>
public sealed record AlertTemplate(
    string EventName, string Headline, string Happening, string Effect, string Instruction, string Sms, string Steps)
{
    /// <summary>The most UTF-16 units of <see cref="Steps"/>.</summary>
    public const int StepsUnitsMax = 50;

    /// <summary>The texts by the name of their field in a file of words.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Fields =>
    [
        new("event", EventName), new("headline", Headline), new("happening", Happening), new("effect", Effect),
        new("instruction", Instruction), new("sms", Sms), new("steps", Steps),
    ];
}
