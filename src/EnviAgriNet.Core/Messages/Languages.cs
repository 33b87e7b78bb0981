namespace EnviAgriNet.Core.Messages;

/// <summary>The languages people are told in.</summary>
public static class Languages
{
    /// <summary>Thai.</summary>
    public const string Thai = "th";

    /// <summary>English.</summary>
    public const string English = "en";

    /// <summary>All, the first one first in documents.</summary>
    public static IReadOnlyList<string> All { get; } = [Thai, English];
}
