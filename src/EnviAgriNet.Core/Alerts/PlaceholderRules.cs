using System.Text.RegularExpressions;

namespace EnviAgriNet.Core.Alerts;

/// <summary>Checks a text with placeholders in braces.</summary>
internal static class PlaceholderRules
{
    private static readonly Regex InBraces = new(@"\{[^{}]*\}", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <summary>The rule a text breaks, or null.</summary>
    /// <param name="text">The text; null when it is not there.</param>
    /// <param name="allowed">The placeholders that may stand in it.</param>
    /// <param name="unitsMax">The most UTF-16 units, placeholders as they are written.</param>
    public static string? FaultOf(string? text, IReadOnlyCollection<string> allowed, int unitsMax)
    {
        if (text is null)
        {
            return "is missing or not a text";
        }

        if (text.Length > unitsMax)
        {
            return $"has {text.Length} units, allowed are {unitsMax}";
        }

        if (text.Any(char.IsControl))
        {
            return "has a control character";
        }

        foreach (Match placeholder in InBraces.Matches(text))
        {
            if (!allowed.Contains(placeholder.Value[1..^1]))
            {
                string known = allowed.Count == 0 ? "none may stand here" : "known here are " + string.Join(", ", allowed.Select(a => "{" + a + "}"));
                return $"has the unknown placeholder {placeholder.Value}; {known}";
            }
        }

        return InBraces.Replace(text, string.Empty).AsSpan().IndexOfAny('{', '}') < 0 ? null : "has a brace without its partner";
    }
}
