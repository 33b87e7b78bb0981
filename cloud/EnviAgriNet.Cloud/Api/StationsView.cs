// Only records without behaviour: the shapes of the answers, together in one file so that they can be read as one contract.
namespace EnviAgriNet.Cloud.Api;

/// <summary>What a page or program gets to see; names are in snake case on the wire. This one: how old values may be.</summary>
internal sealed record StationsView(
    DateTimeOffset? NetworkTime, double SilentAfterS, IReadOnlyList<StationView> Stations, string? Position = null);

/// <summary>A station; one that sends without being registered has no names and no place.</summary>
internal sealed record StationView(
    string Id,
    bool Registered,
    string? Region,
    string? Province,
    string? NameTh,
    string? NameEn,
    double? Latitude,
    double? Longitude,
    IReadOnlyList<ValueView> Values);

/// <summary>The newest value of a series.</summary>
internal sealed record ValueView(
    string Station,
    string Series,
    string NameTh,
    string NameEn,
    string Unit,
    int Decimals,
    double Value,
    DateTimeOffset TakenAt,
    int Quality,
    string? Test);

/// <summary>Readings of a series.</summary>
internal sealed record ReadingsView(string Station, string Series, string Unit, IReadOnlyList<ReadingView> Readings);

/// <summary>A reading: the flag its station gave, and the flag that holds with the test and the quality version that set it.</summary>
internal sealed record ReadingView(DateTimeOffset TakenAt, double Value, int RawQuality, int Quality, string? Test, long Version);

/// <summary>Changed values, as a live stream sends them; in a snapshot all of what was asked for.</summary>
internal sealed record ValuesView(DateTimeOffset? NetworkTime, long Skipped, IReadOnlyList<ValueView> Values, bool Snapshot = false);

/// <summary>Alerts.</summary>
internal sealed record AlertsView(DateTimeOffset? NetworkTime, IReadOnlyList<AlertView> Alerts);

/// <summary>One alert version; <c>Source</c> names the platform that sent it, and is null for ours.</summary>
internal sealed record AlertView(
    string Identifier,
    string Event,
    int Version,
    string Type,
    bool AllClear,
    string Hazard,
    string Severity,
    string State,
    string Region,
    DateTimeOffset Since,
    DateTimeOffset MeasuredAt,
    DateTimeOffset SentAt,
    DateTimeOffset ExpiresAt,
    bool Siren,
    IReadOnlyDictionary<string, string> Headline,
    IReadOnlyDictionary<string, string> Sms,
    IReadOnlyDictionary<string, string> Instruction,
    string Cap,
    string? Source = null);

/// <summary>Figures of the whole network.</summary>
internal sealed record StatusView(
    DateTimeOffset? NetworkTime,
    long PacksStored,
    long ReadingsStored,
    long AlertsReleased,
    IReadOnlyDictionary<string, long> Deliveries,
    long IngestLag);

/// <summary>A message on the on-screen phone.</summary>
internal sealed record PhoneView(long Id, string To, string Text, string Severity, DateTimeOffset At);
