using EnviAgriNet.Cloud.Channels.Proof;

namespace EnviAgriNet.Cloud.Api.Desk;

/// <summary>One version for officers: what it says to whom, how it came about, and what can be done with it now.</summary>
/// <param name="Now">Network time.</param>
/// <param name="IsReplay">Whether the past is replayed.</param>
/// <param name="Number">By which officers call it.</param>
/// <param name="Identifier">The CAP identifier.</param>
/// <param name="Event">Which event.</param>
/// <param name="Version">Which version of it.</param>
/// <param name="Type">CAP <c>msgType</c>.</param>
/// <param name="AllClear">Whether it ends the warning.</param>
/// <param name="Hazard">Which hazard.</param>
/// <param name="Severity">CAP severity.</param>
/// <param name="State">How far it has come.</param>
/// <param name="Region">Where.</param>
/// <param name="Place">What it is called.</param>
/// <param name="IsManual">Whether a person wrote it.</param>
/// <param name="MeasuredAt">Of the measurement.</param>
/// <param name="SentAt">When it was decided or sent.</param>
/// <param name="ExpiresAt">Until when it holds.</param>
/// <param name="Siren">Whether sirens sound.</param>
/// <param name="Mark">Changes with its words; whoever releases says with it which ones were read.</param>
/// <param name="Hold">That it waits; null when it does not.</param>
/// <param name="Told">The version of the event that holds in public; null when none does.</param>
/// <param name="People">How many persons would be told now.</param>
/// <param name="Centres">How many centres.</param>
/// <param name="Phones">What phones receive.</param>
/// <param name="Versions">All versions of the event, oldest first.</param>
/// <param name="Steps">Who did what to this version, oldest first.</param>
/// <param name="Can">The orders that its state allows: release, drop, edit, cancel, all-clear, extend.</param>
internal sealed record AlertSheet(
    DateTimeOffset Now,
    bool IsReplay,
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
    PlaceName Place,
    bool IsManual,
    DateTimeOffset MeasuredAt,
    DateTimeOffset SentAt,
    DateTimeOffset ExpiresAt,
    bool Siren,
    string Mark,
    SheetHold? Hold,
    long? Told,
    int People,
    int Centres,
    IReadOnlyList<PhoneView> Phones,
    IReadOnlyList<ProofVersion> Versions,
    IReadOnlyList<ProofStep> Steps,
    IReadOnlyList<string> Can);

/// <summary>That a version waits.</summary>
/// <param name="Since">Since when.</param>
/// <param name="Ends">When its waiting ends by itself.</param>
/// <param name="SecondsLeft">Until then.</param>
/// <param name="Then">What happens then: send, drop, expire.</param>
/// <param name="Persons">How many must release it.</param>
/// <param name="Approvals">Who did so far.</param>
internal sealed record SheetHold(
    DateTimeOffset Since, DateTimeOffset Ends, long SecondsLeft, string Then, int Persons, IReadOnlyList<string> Approvals);
