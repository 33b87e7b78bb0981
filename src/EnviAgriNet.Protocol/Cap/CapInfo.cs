namespace EnviAgriNet.Protocol.Cap;

/// <summary>The content of a message in one language.</summary>
public sealed record CapInfo
{
    /// <summary>Language tag; null means en-US.</summary>
    public string? Language { get; init; }

    /// <summary>One category or more.</summary>
    public IReadOnlyList<CapCategory> Categories { get; init; } = [];

    /// <summary>What happens.</summary>
    public required string Event { get; init; }

    /// <summary>What to do, as codes.</summary>
    public IReadOnlyList<CapResponseType> ResponseTypes { get; init; } = [];

    /// <summary>How soon to act.</summary>
    public required CapUrgency Urgency { get; init; }

    /// <summary>How bad it is.</summary>
    public required CapSeverity Severity { get; init; }

    /// <summary>How sure it is.</summary>
    public required CapCertainty Certainty { get; init; }

    /// <summary>Whom it concerns.</summary>
    public string? Audience { get; init; }

    /// <summary>Codes of the event.</summary>
    public IReadOnlyList<CapValue> EventCodes { get; init; } = [];

    /// <summary>From when the content holds.</summary>
    public DateTimeOffset? Effective { get; init; }

    /// <summary>When the event begins.</summary>
    public DateTimeOffset? Onset { get; init; }

    /// <summary>Until when the content holds.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>Who says so, for people.</summary>
    public string? SenderName { get; init; }

    /// <summary>One line.</summary>
    public string? Headline { get; init; }

    /// <summary>What happens, at length.</summary>
    public string? Description { get; init; }

    /// <summary>What to do, at length.</summary>
    public string? Instruction { get; init; }

    /// <summary>Where to read more.</summary>
    public string? Web { get; init; }

    /// <summary>Whom to ask.</summary>
    public string? Contact { get; init; }

    /// <summary>Further values.</summary>
    public IReadOnlyList<CapValue> Parameters { get; init; } = [];

    /// <summary>Further files.</summary>
    public IReadOnlyList<CapResource> Resources { get; init; } = [];

    /// <summary>Where.</summary>
    public IReadOnlyList<CapArea> Areas { get; init; } = [];
}

/// <summary>What kind of event it is.</summary>
public enum CapCategory
{
    /// <summary>Geophysical.</summary>
    Geo,

    /// <summary>Meteorological, floods included.</summary>
    Met,

    /// <summary>General emergency.</summary>
    Safety,

    /// <summary>Law enforcement, military.</summary>
    Security,

    /// <summary>Rescue and recovery.</summary>
    Rescue,

    /// <summary>Fire.</summary>
    Fire,

    /// <summary>Medical and public health.</summary>
    Health,

    /// <summary>Pollution and other environmental events.</summary>
    Env,

    /// <summary>Transport.</summary>
    Transport,

    /// <summary>Utilities.</summary>
    Infra,

    /// <summary>Chemical, biological, radiological, nuclear, explosive.</summary>
    CBRNE,

    /// <summary>Other.</summary>
    Other,
}

/// <summary>What to do.</summary>
public enum CapResponseType
{
    /// <summary>Take shelter in place.</summary>
    Shelter,

    /// <summary>Leave.</summary>
    Evacuate,

    /// <summary>Prepare.</summary>
    Prepare,

    /// <summary>Carry out a planned activity.</summary>
    Execute,

    /// <summary>Avoid the event.</summary>
    Avoid,

    /// <summary>Watch for news.</summary>
    Monitor,

    /// <summary>Evaluate the information.</summary>
    Assess,

    /// <summary>The event is no threat any more.</summary>
    AllClear,

    /// <summary>Nothing recommended.</summary>
    None,
}

/// <summary>How soon to act.</summary>
public enum CapUrgency
{
    /// <summary>At once.</summary>
    Immediate,

    /// <summary>Within the next hour.</summary>
    Expected,

    /// <summary>In the near future.</summary>
    Future,

    /// <summary>No longer.</summary>
    Past,

    /// <summary>Not known.</summary>
    Unknown,
}

/// <summary>How bad it is.</summary>
public enum CapSeverity
{
    /// <summary>Extraordinary threat to life or property.</summary>
    Extreme,

    /// <summary>Significant threat.</summary>
    Severe,

    /// <summary>Possible threat.</summary>
    Moderate,

    /// <summary>Minimal or no known threat.</summary>
    Minor,

    /// <summary>Not known.</summary>
    Unknown,
}

/// <summary>How sure it is.</summary>
public enum CapCertainty
{
    /// <summary>Has happened or goes on.</summary>
    Observed,

    /// <summary>More than 50 %.</summary>
    Likely,

    /// <summary>Not more than 50 %.</summary>
    Possible,

    /// <summary>Near 0 %.</summary>
    Unlikely,

    /// <summary>Not known.</summary>
    Unknown,
}
