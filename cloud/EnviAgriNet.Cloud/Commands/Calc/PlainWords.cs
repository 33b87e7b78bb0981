using System.Text;

namespace EnviAgriNet.Cloud.Commands.Calc;

/// <summary>Classes and reasons as people read them: <c>VeryHeavy</c> and <c>very-heavy</c> are both "very heavy".</summary>
internal static class PlainWords
{
    /// <summary>The name of a member in words.</summary>
    public static string Of(Enum member)
    {
        StringBuilder words = new();
        foreach (char letter in member.ToString())
        {
            if (char.IsUpper(letter) && words.Length > 0)
            {
                words.Append(' ');
            }

            words.Append(char.ToLowerInvariant(letter));
        }

        return words.ToString();
    }

    /// <summary>A code in kebab case in words.</summary>
    public static string? Of(string? code) => code?.Replace('-', ' ');
}
