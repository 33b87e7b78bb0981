namespace EnviAgriNet.Cloud.Alerts.Release;

/// <summary>A version that waits.</summary>
/// <param name="Alert">The version.</param>
/// <param name="Since">Since when, network time.</param>
/// <param name="Until">Until when; null for a draft, which waits until it expires.</param>
/// <param name="Then">What happens then.</param>
/// <param name="Persons">How many persons are needed.</param>
/// <param name="Approvals">Who said yes so far.</param>
internal sealed record HeldAlert(
    AlertVersion Alert, DateTimeOffset Since, DateTimeOffset? Until, ReleaseEnd Then, int Persons, IReadOnlyList<string> Approvals)
{
    /// <summary>When its waiting ends without an answer.</summary>
    public DateTimeOffset Ends => Until is { } until && until < Alert.ExpiresAt ? until : Alert.ExpiresAt;
}
