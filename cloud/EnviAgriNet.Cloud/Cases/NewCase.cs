using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Cloud.Cases;

/// <summary>What a person brings.</summary>
/// <param name="Kind"><c>help</c>, or what is complained about.</param>
/// <param name="Way"><c>sms</c>, <c>web</c> or <c>officer:NAME</c>.</param>
/// <param name="Origin">What makes it one call: a repeat of it opens nothing.</param>
/// <param name="Recipient">Where the person is answered, or null when they left no number.</param>
/// <param name="IsProven">Whether the number is known to be theirs: they wrote from it.</param>
/// <param name="Language">The language they are answered in.</param>
/// <param name="Details">Their words and where they are.</param>
internal sealed record NewCase(
    string Kind, string Way, string Origin, string? Recipient, bool IsProven, string Language, CaseDetails Details)
{
    /// <summary>The kind of a call for help.</summary>
    public const string Help = "help";

    /// <summary>The region it speaks of, or null.</summary>
    public RegionId? Region { get; init; }

    /// <summary>How the place is called, for those who are sent there; null when it is not known.</summary>
    public string? PlaceName { get; init; }

    /// <summary>How many people; null: what the text says.</summary>
    public int? People { get; init; }

    /// <summary>What they need, as codes; added to what the text says.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>Whether it is a call for help.</summary>
    public bool IsHelp => Kind == Help;
}
