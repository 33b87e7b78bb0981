namespace EnviAgriNet.Cloud.Access.Keys;

/// <summary>What a key that is to be made shall be.</summary>
/// <param name="Name">Whose machine it is and what it is for.</param>
/// <param name="Scopes">Words, as <c>readings:read</c>.</param>
/// <param name="Days">How long it lives.</param>
/// <param name="PerMinute">How many requests a minute.</param>
internal sealed record KeyOrder(string? Name, IReadOnlyList<string>? Scopes, int? Days, int? PerMinute)
{
    /// <summary>What is wrong with it, or null.</summary>
    public string? Fault() =>
        Name?.Trim() is not { Length: > 0 and <= KeyLimits.NameLengthMax } name || name.Any(char.IsControl)
            ? $"name has 1 to {KeyLimits.NameLengthMax} characters on one line: whose machine it is and what it is for"
        : Scopes is not { Count: > 0 } || Scopes.FirstOrDefault(s => !KeyScopes.TryParse(s, out _)) is not null
            ? $"scopes are one or more of {string.Join(", ", KeyScopes.All)}"
        : Days is < 1 or > KeyLimits.DaysMax ? $"days are 1 to {KeyLimits.DaysMax}"
        : PerMinute is < 1 or > KeyLimits.PerMinuteMax ? $"per_minute is 1 to {KeyLimits.PerMinuteMax}"
        : null;
}
