namespace EnviAgriNet.Cloud.Access.Keys;

/// <summary>A key as the page shows one.</summary>
/// <param name="Id">Its name in lists.</param>
/// <param name="Name">What it is for.</param>
/// <param name="Scopes">Words.</param>
/// <param name="State"><c>active</c>, <c>ending</c>, <c>expired</c> or <c>revoked</c>.</param>
/// <param name="PerMinute">Requests a minute.</param>
/// <param name="MadeBy">Which officer made it.</param>
/// <param name="MadeAt">When.</param>
/// <param name="ExpiresAt">Its end.</param>
/// <param name="UsedAt">When last used, to the minute.</param>
/// <param name="RevokedAt">When revoked.</param>
/// <param name="RevokedBy">By whom.</param>
/// <param name="Token">The key itself, in the one answer that makes it; null in all others.</param>
internal sealed record KeyLine(
    string Id,
    string Name,
    IReadOnlyList<string> Scopes,
    string State,
    int PerMinute,
    string MadeBy,
    DateTimeOffset MadeAt,
    DateTimeOffset ExpiresAt,
    DateTimeOffset? UsedAt,
    DateTimeOffset? RevokedAt,
    string? RevokedBy,
    string? Token)
{
    /// <summary>The line of a key.</summary>
    public static KeyLine Of(ApiKey key, DateTimeOffset now, string? token = null) => new(
        key.Id, key.Name, [.. key.Scopes.Order().Select(s => s.Word())], key.StateAt(now), key.PerMinute, key.MadeBy, key.MadeAt, key.ExpiresAt,
        key.UsedAt, key.RevokedAt, key.RevokedBy, token);
}

/// <summary>All keys and what may be chosen.</summary>
/// <param name="Keys">The newest first.</param>
/// <param name="Scopes">The words for scopes.</param>
/// <param name="DaysMax">The longest life.</param>
/// <param name="PerMinuteMax">The most requests a minute.</param>
internal sealed record KeysView(IReadOnlyList<KeyLine> Keys, IReadOnlyList<string> Scopes, int DaysMax, int PerMinuteMax);

/// <summary>The end of a key.</summary>
/// <param name="Reason">Why; it stands in the audit log.</param>
internal sealed record KeyEnd(string? Reason);

/// <summary>Why not.</summary>
/// <param name="Error">A sentence.</param>
internal sealed record KeyFault(string Error);
