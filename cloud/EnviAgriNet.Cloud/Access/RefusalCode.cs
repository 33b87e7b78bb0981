using System.Globalization;

namespace EnviAgriNet.Cloud.Access;

/// <summary>
/// Which refusal it is, by name and with its values, so that a page can say it in its reader's language. The sentence beside it is in
/// English, for machines and logs, and may be worded anew at any time; the names stay.
/// </summary>
/// <param name="Name">In kebab case; the pages have a text for it.</param>
/// <param name="Values">What stands in the text.</param>
internal sealed record RefusalCode(string Name, params (string Name, object Value)[] Values)
{
    /// <summary>The header of an answer that it travels in.</summary>
    public const string Header = "Eag-Refusal";

    /// <summary>As it stands in the header: <c>year-range; from=2020; to=2100</c>, each value with percent signs where it needs them.</summary>
    public override string ToString() => string.Concat(
        [Name, .. Values.Select(v => $"; {v.Name}={Uri.EscapeDataString(Convert.ToString(v.Value, CultureInfo.InvariantCulture) ?? string.Empty)}")]);
}

/// <summary>Why something is refused: for machines and logs as a sentence, for pages by its code.</summary>
/// <param name="Sentence">In English.</param>
/// <param name="Code">Which refusal it is.</param>
internal sealed record Refusal(string Sentence, RefusalCode Code);
