namespace EnviAgriNet.Cloud.Alerts;

/// <summary>An alert version as a command prints it.</summary>
internal sealed record AlertLine(
    long Number,
    string Identifier,
    string Event,
    int Version,
    string Type,
    bool AllClear,
    string Hazard,
    string Severity,
    string State,
    string Region,
    DateTimeOffset MeasuredAt,
    DateTimeOffset SentAt,
    DateTimeOffset ExpiresAt,
    bool Pages,
    bool Siren,
    IReadOnlyDictionary<string, string> Headline,
    IReadOnlyDictionary<string, string> Sms)
{
    public static AlertLine Of(AlertVersion version) => new(
        version.Number, version.Identifier, version.EventId, version.Version, version.Type, version.IsAllClear, version.Hazard,
        version.Severity, version.State.ToString(), version.Region.Code, version.MeasuredAt, version.SentAt,
        version.ExpiresAt, version.Pages, version.Siren, version.Headline, version.Sms);
}
