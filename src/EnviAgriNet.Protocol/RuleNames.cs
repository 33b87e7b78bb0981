using System.Text;
using EnviAgriNet.Protocol.Packs;

namespace EnviAgriNet.Protocol;

/// <summary>The rules' names as they stand on the wire, in the ledger and in documents: <c>wrong-unit</c>.</summary>
public static class RuleNames
{
    private static readonly Dictionary<PackRule, string> Names =
        Enum.GetValues<PackRule>().ToDictionary(r => r, r => Kebab(r.ToString()));

    /// <summary>The name of a rule in kebab case.</summary>
    public static string Of(PackRule rule) => Names[rule];

    private static string Kebab(string pascal)
    {
        StringBuilder kebab = new();
        foreach (char c in pascal)
        {
            if (char.IsUpper(c) && kebab.Length > 0)
            {
                kebab.Append('-');
            }

            kebab.Append(char.ToLowerInvariant(c));
        }

        return kebab.ToString();
    }
}
