namespace EnviAgriNet.Cloud.Api.Desk;

/// <summary>What an order would do now.</summary>
/// <param name="Fate">Done, repeat, or why not.</param>
/// <param name="Text">In words.</param>
/// <param name="Goes">Whether a message would leave with it: <c>now</c>, <c>waits</c> for other persons, or <c>nothing</c>.</param>
/// <param name="PersonsMissing">How many persons it would still need.</param>
/// <param name="Number">The version it is about; that of a new one is only a guess.</param>
/// <param name="Severity">Its severity.</param>
/// <param name="Siren">Whether sirens would sound.</param>
/// <param name="ExpiresAt">Until when it would hold.</param>
/// <param name="People">How many persons would be told.</param>
/// <param name="Centres">How many centres would be told.</param>
/// <param name="Phones">What phones would receive, a language each.</param>
internal sealed record TrialView(
    string Fate,
    string Text,
    string Goes,
    int PersonsMissing,
    long? Number,
    string? Severity,
    bool Siren,
    DateTimeOffset? ExpiresAt,
    int People,
    int Centres,
    IReadOnlyList<PhoneView> Phones);
