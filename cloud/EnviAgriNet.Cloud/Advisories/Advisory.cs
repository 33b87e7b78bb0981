namespace EnviAgriNet.Cloud.Advisories;

/// <summary>A piece of advice that could be given today.</summary>
/// <param name="Kind">What it is about; one of <see cref="AdviceKinds"/>.</param>
/// <param name="Plot">About which plot; null when it is about none.</param>
/// <param name="Key">What makes it one piece of advice for its farmer: a repeat queues nothing.</param>
/// <param name="State">What it says, as <see cref="Told"/> reads it.</param>
/// <param name="Text">The words, in two SMS parts at most.</param>
/// <param name="AsksToAct">Whether there is something to do.</param>
internal sealed record Advisory(string Kind, long? Plot, string Key, string State, string Text, bool AsksToAct);

/// <summary>The kinds of advice, the most urgent first.</summary>
internal static class AdviceKinds
{
    public const string Cold = "cold";
    public const string Heat = "heat";
    public const string Disease = "disease";
    public const string Harvest = "harvest";
    public const string Water = "water";
    public const string Spray = "spray";
    public const string Price = "price";
    public const string Weekly = "weekly";
    public const string Broadcast = "broadcast";

    /// <summary>Those that are made from outlooks and prices, the most urgent first.</summary>
    public static IReadOnlyList<string> ByUrgency { get; } = [Cold, Heat, Disease, Harvest, Water, Spray, Price, Weekly];
}
