namespace EnviAgriNet.Cloud.Access.Sessions;

/// <summary>What a browser calls itself, in a few words from a closed list: enough for an officer to tell one's own, nothing that somebody wrote.</summary>
internal static class BrowserName
{
    private static readonly (string Mark, string Name)[] Browsers =
        [("Edg/", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Mark, string Name)[] Systems =
        [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS X", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    /// <summary>As <c>Chrome, Android</c>.</summary>
    public static string Of(string agent) => $"{Find(Browsers, agent) ?? "?"}, {Find(Systems, agent) ?? "?"}";

    private static string? Find((string Mark, string Name)[] names, string agent) =>
        Array.Find(names, n => agent.Contains(n.Mark, StringComparison.Ordinal)).Name;
}
