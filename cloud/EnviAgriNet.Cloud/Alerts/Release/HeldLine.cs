namespace EnviAgriNet.Cloud.Alerts.Release;

/// <summary>A version that waits, as commands and officers' pages show it.</summary>
internal sealed record HeldLine(
    long Number,
    string Identifier,
    string Event,
    string Hazard,
    string Severity,
    string State,
    string Region,
    DateTimeOffset Since,
    DateTimeOffset Ends,
    long SecondsLeft,
    string Then,
    int Persons,
    IReadOnlyList<string> Approvals,
    DateTimeOffset ExpiresAt,
    IReadOnlyDictionary<string, string> Headline,
    IReadOnlyDictionary<string, string> Sms)
{
    public static IReadOnlyList<HeldLine> Of(IReadOnlyList<HeldAlert> held, DateTimeOffset now) => [.. held.Select(h => new HeldLine(
        h.Alert.Number, h.Alert.Identifier, h.Alert.EventId, h.Alert.Hazard, h.Alert.Severity, h.Alert.State.ToString(), h.Alert.Region.Code,
        h.Since, h.Ends, Math.Max(0, (long)(h.Ends - now).TotalSeconds), h.Until is null ? "expire" : h.Then.ToString().ToLowerInvariant(),
        h.Persons, h.Approvals, h.Alert.ExpiresAt, h.Alert.Headline, h.Alert.Sms))];
}
