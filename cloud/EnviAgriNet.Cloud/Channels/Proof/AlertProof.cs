namespace EnviAgriNet.Cloud.Channels.Proof;

/// <summary>What became of one version of an alert: whom it was meant for, when it left, whom it reached and why not the others.</summary>
/// <param name="Number">The version's number in the registry.</param>
/// <param name="Identifier">Its CAP identifier.</param>
/// <param name="Event">The event it is about.</param>
/// <param name="Version">Its version within the event.</param>
/// <param name="Type">CAP <c>msgType</c>.</param>
/// <param name="AllClear">Whether it ends the event.</param>
/// <param name="Hazard">Which hazard.</param>
/// <param name="Severity">CAP severity.</param>
/// <param name="State">How far it has come.</param>
/// <param name="Region">The region it is for.</param>
/// <param name="Headline">By language.</param>
/// <param name="People">How many persons it was meant for.</param>
/// <param name="PeopleReached">How many of them got it by one channel at least.</param>
/// <param name="ShareReached">Their share, 0 to 1; null when it was meant for nobody.</param>
/// <param name="Times">When each step happened.</param>
/// <param name="Hold">That it waited for a person; null when it did not.</param>
/// <param name="DelaysS">Each step in seconds from the measurement; null where the clocks cannot be compared, as in a replay.</param>
/// <param name="Channels">The deliveries by channel.</param>
/// <param name="Places">The deliveries to people by the place of theirs that matched, and to centres by the centre's place.</param>
/// <param name="Reasons">Why deliveries did not arrive, with how many of each, the most frequent first.</param>
/// <param name="Minutes">What had happened by the end of each minute in which something did.</param>
/// <param name="Versions">All versions of the event, oldest first.</param>
/// <param name="Steps">Who did what to this version, oldest first.</param>
internal sealed record AlertProof(
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
    IReadOnlyDictionary<string, string> Headline,
    int People,
    int PeopleReached,
    double? ShareReached,
    ProofTimes Times,
    ProofHold? Hold,
    ProofDelays? DelaysS,
    IReadOnlyList<ProofTally> Channels,
    IReadOnlyList<ProofTally> Places,
    IReadOnlyList<ProofReason> Reasons,
    IReadOnlyList<ProofMinute> Minutes,
    IReadOnlyList<ProofVersion> Versions,
    IReadOnlyList<ProofStep> Steps);

/// <summary>That a version waited for a person.</summary>
/// <param name="Since">From when.</param>
/// <param name="Until">When its policy would end it; null when only persons can release it.</param>
/// <param name="Outcome">How its waiting ended; null while it waits.</param>
/// <param name="EndedAt">When it ended.</param>
internal sealed record ProofHold(DateTimeOffset Since, DateTimeOffset? Until, string? Outcome, DateTimeOffset? EndedAt);

/// <summary>When each step happened; null what has not yet. Measurement, decision and release are network time.</summary>
internal sealed record ProofTimes(
    DateTimeOffset MeasuredAt,
    DateTimeOffset DecidedAt,
    DateTimeOffset? ReleasedAt,
    DateTimeOffset? QueuedAt,
    DateTimeOffset? FirstSentAt,
    DateTimeOffset? LastSentAt,
    DateTimeOffset? FirstReceiptAt,
    DateTimeOffset? HalfReceiptAt,
    DateTimeOffset? MostReceiptAt);

/// <summary>Seconds from the measurement to each step; the receipts are the first, the 50th and the 95th percentile.</summary>
internal sealed record ProofDelays(
    double Decision, double? Release, double? Queueing, double? FirstSent, double? FirstReceipt, double? ReceiptP50, double? ReceiptP95);

/// <summary>Deliveries of one channel, or to one place.</summary>
/// <param name="Name">The channel or the region.</param>
/// <param name="Part">1 for the message, 2 for the second SMS with detail.</param>
/// <param name="Targeted">All of them.</param>
/// <param name="Sent">Left: taken by the channel, whatever came of them.</param>
/// <param name="Received">Confirmed.</param>
/// <param name="Failed">Will not arrive.</param>
/// <param name="Expired">Ran out before they could leave.</param>
/// <param name="Unknown">May have arrived.</param>
/// <param name="Waiting">Still in the queue, or under way.</param>
/// <param name="IsFew">Fewer than five and told outside the agency, so that only this is said.</param>
internal sealed record ProofTally(
    string Name, int Part, int? Targeted, int? Sent, int? Received, int? Failed, int? Expired, int? Unknown, int? Waiting, bool IsFew = false);

/// <summary>Why deliveries did not arrive.</summary>
internal sealed record ProofReason(string Channel, string State, string Reason, int Count);

/// <summary>What had happened by the end of a minute; sums from the beginning.</summary>
/// <param name="Minute">Minutes since queueing, from 0.</param>
/// <param name="At">When it began.</param>
/// <param name="Sent">Deliveries that had left.</param>
/// <param name="Received">Deliveries that were confirmed.</param>
/// <param name="Failed">Deliveries that had failed or run out.</param>
/// <param name="PeopleReached">Persons who had it.</param>
/// <param name="Share">Their share.</param>
internal sealed record ProofMinute(
    int Minute, DateTimeOffset At, int Sent, int Received, int Failed, int PeopleReached, double? Share);

/// <summary>A version of the event.</summary>
internal sealed record ProofVersion(
    long Number, string Identifier, int Version, string Type, bool AllClear, string Severity, string State, DateTimeOffset SentAt);

/// <summary>What somebody did to an alert.</summary>
internal sealed record ProofStep(DateTimeOffset At, string Who, string Action, string Detail);
