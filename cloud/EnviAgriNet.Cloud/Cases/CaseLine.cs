namespace EnviAgriNet.Cloud.Cases;

/// <summary>A case without what is personal.</summary>
/// <param name="Id">Its row.</param>
/// <param name="Number">Its number.</param>
/// <param name="Kind"><c>help</c>, or what is complained about.</param>
/// <param name="State">How far it has come.</param>
/// <param name="Way">How it came.</param>
/// <param name="Recipient">Where the person is answered, or null.</param>
/// <param name="Language">In which language.</param>
/// <param name="Region">Code of the region, or null.</param>
/// <param name="Place">Name of the place, or null.</param>
/// <param name="People">How many, or null.</param>
/// <param name="Needs">What they need.</param>
/// <param name="Assignee">The officer or agency that has it, or null.</param>
/// <param name="Messages">How many messages of the person it holds.</param>
/// <param name="OpenedAt">When it was opened.</param>
/// <param name="HeardAt">When the person last wrote.</param>
/// <param name="ChangedAt">When its state last changed.</param>
internal sealed record CaseLine(
    long Id,
    string Number,
    string Kind,
    CaseState State,
    string Way,
    string? Recipient,
    string Language,
    string? Region,
    string? Place,
    int? People,
    IReadOnlyList<string> Needs,
    string? Assignee,
    int Messages,
    DateTimeOffset OpenedAt,
    DateTimeOffset HeardAt,
    DateTimeOffset ChangedAt);

/// <summary>One step of a case.</summary>
/// <param name="At">When.</param>
/// <param name="Actor">Who: an officer, <c>person</c>, or <c>system</c>.</param>
/// <param name="What"><c>opened</c>, <c>wrote</c>, <c>state</c> or <c>answered</c>.</param>
/// <param name="State">The state after it.</param>
/// <param name="Details">Words, for officers only; null when there are none or they were erased.</param>
internal sealed record CaseStep(DateTimeOffset At, string Actor, string What, CaseState State, CaseDetails? Details);
