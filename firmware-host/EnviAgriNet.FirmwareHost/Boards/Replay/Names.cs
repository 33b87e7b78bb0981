namespace EnviAgriNet.FirmwareHost.Boards.Replay;

/// <summary>Lists names in a message without letting it grow beyond a screen.</summary>
internal static class Names
{
    public static string List(IEnumerable<string> names)
    {
        List<string> all = [.. names];
        string listed = string.Join(", ", all.Take(Limits.NamesListed).Select(n => $"'{n}'"));
        return all.Count <= Limits.NamesListed ? listed : $"{listed} and {all.Count - Limits.NamesListed} more";
    }
}
