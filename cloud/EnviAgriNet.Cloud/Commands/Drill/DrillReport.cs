using EnviAgriNet.Cloud.Channels.Proof;

namespace EnviAgriNet.Cloud.Commands.Drill;

/// <summary>What would have happened.</summary>
/// <param name="From">The first moment that was judged; null when there was none.</param>
/// <param name="To">The last.</param>
/// <param name="Readings">How many readings were judged.</param>
/// <param name="Stations">How many stations took part.</param>
/// <param name="Alerts">The alert versions, oldest first.</param>
/// <param name="Events">The events, oldest first.</param>
/// <param name="Channels">What the stand-ins took in the place of the channels.</param>
internal sealed record DrillReport(
    DateTimeOffset? From,
    DateTimeOffset To,
    long Readings,
    int Stations,
    IReadOnlyList<DrilledAlert> Alerts,
    IReadOnlyList<DrilledEvent> Events,
    IReadOnlyList<DrilledChannel> Channels);

/// <summary>One alert version.</summary>
/// <param name="WaitsForOfficer">Whether it would have waited for a person.</param>
/// <param name="Outcome">How its waiting ended, as nobody answers in a drill; null when it did not wait, or waits on.</param>
/// <param name="CapStatus">CAP's status: <c>Exercise</c>, or <c>Draft</c> while it waits.</param>
/// <param name="Texts">What people would have read, by language.</param>
/// <param name="QueueSeconds">From queueing to the last message.</param>
/// <param name="Proof">Whom it would have told, per channel and place, and when.</param>
internal sealed record DrilledAlert(
    bool WaitsForOfficer, string? Outcome, string CapStatus, IReadOnlyDictionary<string, DrilledText> Texts, double? QueueSeconds, AlertProof Proof);

/// <summary>What people would have read.</summary>
internal sealed record DrilledText(string Sms, string Detail, string Headline, string Instruction);

/// <summary>One event.</summary>
/// <param name="Event">Its name.</param>
/// <param name="Hazard">Which hazard.</param>
/// <param name="Region">Where.</param>
/// <param name="Versions">How many alert versions it had.</param>
/// <param name="RaisedAt">When the first warning was decided.</param>
/// <param name="SevereAt">When a Severe one was; null when none was.</param>
/// <param name="EndedAt">When the all-clear was; null when none was.</param>
/// <param name="LeadMinutes">From the first warning to the Severe one.</param>
internal sealed record DrilledEvent(
    string Event, string Hazard, string Region, int Versions, DateTimeOffset RaisedAt, DateTimeOffset? SevereAt, DateTimeOffset? EndedAt, double? LeadMinutes);

/// <summary>One channel.</summary>
internal sealed record DrilledChannel(string Name, double RatePerSecond, long Messages);
