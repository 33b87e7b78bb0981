using System.Net;
using System.Text.RegularExpressions;

namespace EnviAgriNet.Protocol.Cap;

/// <summary>Finds HTML in what should be plain text.</summary>
public static partial class CapHtml
{
    /// <summary>Whether the text holds a tag, or an entity that HTML knows.</summary>
    public static bool IsIn(string text) =>
        Tag().IsMatch(text) || Entity().Matches(text).Any(m => WebUtility.HtmlDecode(m.Value) != m.Value);

    [GeneratedRegex("</?[A-Za-z][^<>]{0,200}>", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Tag();

    [GeneratedRegex("&#?[A-Za-z0-9]{1,10};", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Entity();
}
