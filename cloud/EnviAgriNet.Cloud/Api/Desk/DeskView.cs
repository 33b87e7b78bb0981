namespace EnviAgriNet.Cloud.Api.Desk;

/// <summary>What officers see first: what waits for them, what is open, and by which policy warnings go out.</summary>
/// <param name="Now">Network time; all clocks of the page run by it.</param>
/// <param name="IsReplay">Whether the past is replayed: then everything is an exercise.</param>
/// <param name="Waiting">What waits, those first whose time ends first.</param>
/// <param name="Open">What holds in public, the gravest first.</param>
/// <param name="Ended">The newest versions that ended a warning or came to nothing.</param>
/// <param name="Policies">The policies, the first one that fits holds.</param>
/// <param name="Hazards">The hazards one can warn of.</param>
internal sealed record DeskView(
    DateTimeOffset Now,
    bool IsReplay,
    IReadOnlyList<WaitingLine> Waiting,
    IReadOnlyList<OpenLine> Open,
    IReadOnlyList<EndedLine> Ended,
    IReadOnlyList<PolicyLine> Policies,
    IReadOnlyList<string> Hazards);

/// <summary>A name in both languages; of the smallest area that has one.</summary>
internal sealed record PlaceName(string Th, string En);

/// <summary>What waits for persons.</summary>
/// <param name="Number">By which officers call it.</param>
/// <param name="Event">Which event.</param>
/// <param name="Version">Which version of its event.</param>
/// <param name="Hazard">Which hazard.</param>
/// <param name="Severity">CAP severity.</param>
/// <param name="State">Draft or Waiting.</param>
/// <param name="Region">Where.</param>
/// <param name="Place">What it is called.</param>
/// <param name="Since">Since when it waits.</param>
/// <param name="Ends">When its waiting ends by itself.</param>
/// <param name="SecondsLeft">Until then.</param>
/// <param name="Then">What happens then: <c>send</c>, <c>drop</c>, or <c>expire</c> for a draft.</param>
/// <param name="Persons">How many must release it.</param>
/// <param name="Approvals">Who did so far.</param>
/// <param name="By">Who made it; <c>system</c> for a measured one.</param>
/// <param name="Why">Why it was made, or why it waits.</param>
/// <param name="IsManual">Whether a person wrote it.</param>
/// <param name="Replaces">The number of what it would replace in public; null for a new warning.</param>
/// <param name="ExpiresAt">Until when it would hold.</param>
/// <param name="People">How many persons would be told.</param>
/// <param name="Centres">How many centres.</param>
/// <param name="Siren">Whether their sirens sound.</param>
/// <param name="Mark">Changes with its words; whoever releases says with it which ones were read.</param>
/// <param name="Headline">By language.</param>
internal sealed record WaitingLine(
    long Number,
    string Event,
    int Version,
    string Hazard,
    string Severity,
    string State,
    string Region,
    PlaceName Place,
    DateTimeOffset Since,
    DateTimeOffset Ends,
    long SecondsLeft,
    string Then,
    int Persons,
    IReadOnlyList<string> Approvals,
    string By,
    string Why,
    bool IsManual,
    long? Replaces,
    DateTimeOffset ExpiresAt,
    int People,
    int Centres,
    bool Siren,
    string Mark,
    IReadOnlyDictionary<string, string> Headline);

/// <summary>What holds in public.</summary>
/// <param name="Number">By which officers call it.</param>
/// <param name="Event">Which event.</param>
/// <param name="Version">Its newest version that went out.</param>
/// <param name="Type">CAP <c>msgType</c>.</param>
/// <param name="Hazard">Which hazard.</param>
/// <param name="Severity">CAP severity.</param>
/// <param name="Region">Where.</param>
/// <param name="Place">What it is called.</param>
/// <param name="MeasuredAt">Of the measurement it rests on.</param>
/// <param name="SentAt">When it went out.</param>
/// <param name="ExpiresAt">Until when it holds.</param>
/// <param name="IsManual">Whether a person wrote it, and so has to end it.</param>
/// <param name="PeopleVersion">The version that people were sent; null when none was queued yet.</param>
/// <param name="People">How many persons it is for.</param>
/// <param name="Reached">How many have it.</param>
/// <param name="Queued">For how many it has not left yet.</param>
/// <param name="Headline">By language.</param>
internal sealed record OpenLine(
    long Number,
    string Event,
    int Version,
    string Type,
    string Hazard,
    string Severity,
    string Region,
    PlaceName Place,
    DateTimeOffset MeasuredAt,
    DateTimeOffset SentAt,
    DateTimeOffset ExpiresAt,
    bool IsManual,
    int? PeopleVersion,
    int? People,
    int? Reached,
    int? Queued,
    IReadOnlyDictionary<string, string> Headline);

/// <summary>What is over: an end that was told, or a version that did not go out.</summary>
internal sealed record EndedLine(
    long Number, string Type, bool AllClear, string Hazard, string Severity, string State, string Region, PlaceName Place, DateTimeOffset SentAt,
    IReadOnlyDictionary<string, string> Headline);

/// <summary>A release policy.</summary>
/// <param name="Hazard">Of which hazard, <c>*</c> for any.</param>
/// <param name="Severity">Of which severity, <c>*</c> for any.</param>
/// <param name="WaitMinutes">How long it waits for persons; null when it goes at once.</param>
/// <param name="Then">What happens when nobody answers: <c>send</c> or <c>drop</c>.</param>
/// <param name="Persons">How many persons; null for two to evacuate and one otherwise.</param>
internal sealed record PolicyLine(string Hazard, string Severity, double? WaitMinutes, string Then, int? Persons);
