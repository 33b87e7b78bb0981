using System.Net;
using EnviAgriNet.Core.Messages;

namespace EnviAgriNet.Edge.Status;

/// <summary>Words in HTML: Thai first, English below it, and each marked as what it is.</summary>
internal static class PageWords
{
    /// <summary>Text that cannot be taken for markup.</summary>
    public static string Html(string text) => WebUtility.HtmlEncode(text);

    /// <summary>
    /// The first words of a text by language, with the language they are in, and the English ones if they are not the first. A text
    /// without Thai gives English, or what there is.
    /// </summary>
    public static (string Language, string Words, string? English) Of(IReadOnlyDictionary<string, string> text)
    {
        string? english = text.GetValueOrDefault(Languages.English) is { Length: > 0 } found ? found : null;
        if (text.GetValueOrDefault(Languages.Thai) is { Length: > 0 } thai)
        {
            return (Languages.Thai, thai, english);
        }

        (string language, string words) = text.FirstOrDefault(t => t.Value.Length > 0);
        return english is not null ? (Languages.English, english, null) : (language ?? Languages.English, words ?? string.Empty, null);
    }

    /// <summary>A moment as a whole date, in Thai with the Buddhist year, and in English.</summary>
    public static string Date(DateTimeOffset at) =>
        $"{LocalTime.Text(at, Languages.Thai)} <span lang=\"en\">{LocalTime.Text(at, Languages.English)}</span>";
}
