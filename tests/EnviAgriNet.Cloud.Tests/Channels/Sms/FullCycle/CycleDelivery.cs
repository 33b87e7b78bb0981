namespace EnviAgriNet.Cloud.Tests.Channels.Sms.FullCycle;

/// <summary>A stored delivery, with what it says.</summary>
/// <param name="Id">Its row.</param>
/// <param name="Version">Event, version and part.</param>
/// <param name="Number">To whom.</param>
/// <param name="Text">What it says.</param>
/// <param name="State">How far it is.</param>
/// <param name="Attempts">How often it was begun.</param>
/// <param name="Receipt">The letter of the last word about it, or nothing.</param>
/// <param name="IsDue">Whether there is something left to do.</param>
/// <param name="Reason">Why it is where it is.</param>
internal sealed record CycleDelivery(
    long Id, string Version, string Number, string Text, string State, int Attempts, string Receipt, bool IsDue, string Reason)
{
    // Kannel's cut of what is longer than one SMS.
    private const int UnitsMax = 70;
    private const int PartUnits = 67;

    /// <summary>Whether nothing will be done any more.</summary>
    public bool IsAtRest => !IsDue && State is not ("queued" or "sending");

    /// <summary>The parts as the operator gets them, each with its number.</summary>
    public IEnumerable<string> Parts => PartsOf(Number, Text);

    /// <summary>The parts of a text to a number.</summary>
    public static IEnumerable<string> PartsOf(string number, string text) =>
        (text.Length <= UnitsMax ? [text] : text.Chunk(PartUnits).Select(part => new string(part))).Select(part => $"66{number[1..]} {part}");
}
