namespace EnviAgriNet.Cloud.Access.Keys;

/// <summary>
/// The words for scopes, and which addresses each opens. What is not named here is closed to keys, so that a new address for officers
/// is not opened to machines by having been forgotten.
/// </summary>
internal static class KeyScopes
{
    private static readonly (KeyScope Scope, string Word)[] Words =
    [
        (KeyScope.Readings, "readings:read"),
        (KeyScope.Alerts, "alerts:read"),
        (KeyScope.Cap, "cap:read"),
        (KeyScope.Forecasts, "forecasts:read"),
        (KeyScope.Health, "health:read"),
    ];

    // Of several that fit, the first counts; '*' is one part of a path. What only officers see is opened one address at a time; of
    // what everybody sees, all below an address.
    private static readonly Address[] Addresses =
    [
        OfOfficers("/api/stations/*/health", KeyScope.Health),
        OfOfficers("/api/stations/*/outbox", KeyScope.Health),
        OfOfficers("/api/stations/*/ledger", KeyScope.Health),
        OfOfficers("/api/stations/*/log", KeyScope.Health),
        OfAll("/api/status", KeyScope.Health),
        OfAll("/api/stations", KeyScope.Readings),
        OfAll("/api/series", KeyScope.Readings),
        OfAll("/api/regions", KeyScope.Readings),
        OfAll("/api/map", KeyScope.Readings),
        OfAll("/api/live", KeyScope.Readings),
        OfAll("/api/alerts", KeyScope.Alerts),
        OfAll("/cap", KeyScope.Cap),
        OfAll("/alerts", KeyScope.Cap),
        OfAll("/api/forecasts", KeyScope.Forecasts),
    ];

    /// <summary>All words, in their order.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Words.Select(w => w.Word)];

    /// <summary>The addresses that keys open, as written above.</summary>
    public static IEnumerable<string> OpenAddresses => Addresses.Select(a => "/" + string.Join('/', a.Parts));

    /// <summary>The word for a scope.</summary>
    public static string Word(this KeyScope scope) => Array.Find(Words, w => w.Scope == scope).Word;

    /// <summary>Reads a word.</summary>
    public static bool TryParse(string word, out KeyScope scope)
    {
        int index = Array.FindIndex(Words, w => w.Word == word);
        scope = index < 0 ? default : Words[index].Scope;
        return index >= 0;
    }

    /// <summary>The scope that an address needs, and whether it opens what else only officers see; null where keys have no business.</summary>
    public static (KeyScope Scope, bool IsOfOfficers)? Of(PathString path)
    {
        string[] parts = (path.Value ?? string.Empty).Split('/', StringSplitOptions.RemoveEmptyEntries);
        return Array.Find(Addresses, a => a.Fits(parts)) is { } found ? (found.Scope, found.IsOfOfficers) : null;
    }

    private static Address OfOfficers(string path, KeyScope scope) => new(PartsOf(path), scope, IsOfOfficers: true);

    private static Address OfAll(string path, KeyScope scope) => new(PartsOf(path), scope, IsOfOfficers: false);

    private static string[] PartsOf(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries);

    private sealed record Address(string[] Parts, KeyScope Scope, bool IsOfOfficers)
    {
        // Routing takes paths without regard to case, so this does too: a scope must not be slipped past by capitals.
        public bool Fits(string[] path) => (IsOfOfficers ? path.Length == Parts.Length : path.Length >= Parts.Length)
            && !Parts.Where((part, i) => part != "*" && !string.Equals(part, path[i], StringComparison.OrdinalIgnoreCase)).Any();
    }
}
