namespace EnviAgriNet.Cloud.Alerts.Release;

/// <summary>CAP's severities in their order.</summary>
internal static class Severities
{
    private static readonly string[] Ascending = ["Minor", "Moderate", "Severe", "Extreme"];

    /// <summary>1 for Minor to 4 for Extreme; 0 for anything else.</summary>
    public static int Rank(string severity) => Array.IndexOf(Ascending, severity) + 1;

    /// <summary>A severity as CAP writes it, of what a person wrote in small or capital letters; anything else stays as it is.</summary>
    public static string Of(string word) => Array.Find(Ascending, s => s.Equals(word, StringComparison.OrdinalIgnoreCase)) ?? word;
}
