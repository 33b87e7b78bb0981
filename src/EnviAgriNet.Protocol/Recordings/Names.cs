namespace EnviAgriNet.Protocol.Recordings;

/// <summary>Lists names in a message without letting it grow beyond a screen.</summary>
public static class Names
{
    // A message longer than a screen is not read.
    private const int ListedMax = 60;

    /// <summary>The names in quotes with commas between; of very many the first, and how many more there are.</summary>
    public static string List(IEnumerable<string> names)
    {
        List<string> all = [.. names];
        string listed = string.Join(", ", all.Take(ListedMax).Select(n => $"'{n}'"));
        return all.Count <= ListedMax ? listed : $"{listed} and {all.Count - ListedMax} more";
    }
}
