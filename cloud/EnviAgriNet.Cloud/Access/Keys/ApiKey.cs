namespace EnviAgriNet.Cloud.Access.Keys;

/// <summary>A key of a machine, without its secret.</summary>
/// <param name="Id">Its name in lists and in the audit log.</param>
/// <param name="Name">Whose machine it is and what it is for.</param>
/// <param name="Scopes">What it may read.</param>
/// <param name="PerMinute">How many requests a minute.</param>
/// <param name="MadeBy">Which officer made it.</param>
/// <param name="MadeAt">When.</param>
/// <param name="ExpiresAt">From when it opens nothing.</param>
/// <param name="UsedAt">When it was last used, to the minute; null never.</param>
/// <param name="RevokedAt">When it was revoked; null when it was not.</param>
/// <param name="RevokedBy">Who revoked it.</param>
internal sealed record ApiKey(
    string Id,
    string Name,
    IReadOnlySet<KeyScope> Scopes,
    int PerMinute,
    string MadeBy,
    DateTimeOffset MadeAt,
    DateTimeOffset ExpiresAt,
    DateTimeOffset? UsedAt,
    DateTimeOffset? RevokedAt,
    string? RevokedBy)
{
    /// <summary>How a key is, in a word: <c>active</c>, <c>ending</c>, <c>expired</c> or <c>revoked</c>.</summary>
    public string StateAt(DateTimeOffset now) =>
        RevokedAt is not null ? "revoked"
        : ExpiresAt <= now ? "expired"
        : ExpiresAt - now <= KeyLimits.EndingPeriod ? "ending"
        : "active";
}
