namespace EnviAgriNet.Protocol.Cap;

/// <summary>A CAP 1.2 message. Lists are empty where an element is absent; null stands for an absent single element.</summary>
public sealed record CapAlert
{
    /// <summary>Names the message, unique for ever.</summary>
    public required string Identifier { get; init; }

    /// <summary>Who sends it.</summary>
    public required string Sender { get; init; }

    /// <summary>When it was sent; whole seconds.</summary>
    public required DateTimeOffset Sent { get; init; }

    /// <summary>Whether it is meant.</summary>
    public required CapStatus Status { get; init; }

    /// <summary>What it does to earlier messages.</summary>
    public required CapMessageType MessageType { get; init; }

    /// <summary>The person or instrument behind it.</summary>
    public string? Source { get; init; }

    /// <summary>Whom it is for.</summary>
    public required CapScope Scope { get; init; }

    /// <summary>The rule of distribution; with scope Restricted only.</summary>
    public string? Restriction { get; init; }

    /// <summary>Recipients, separated by spaces; with scope Private.</summary>
    public string? Addresses { get; init; }

    /// <summary>Codes for special handling.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];

    /// <summary>A note on an update, a cancellation or an exercise.</summary>
    public string? Note { get; init; }

    /// <summary>Earlier messages it refers to, as <see cref="CapReference"/> writes them.</summary>
    public string? References { get; init; }

    /// <summary>Incidents it belongs to.</summary>
    public string? Incidents { get; init; }

    /// <summary>The content, once per language.</summary>
    public IReadOnlyList<CapInfo> Infos { get; init; } = [];
}

/// <summary>Whether a message is meant.</summary>
public enum CapStatus
{
    /// <summary>To be acted on.</summary>
    Actual,

    /// <summary>To be acted on by participants of an exercise.</summary>
    Exercise,

    /// <summary>For the network itself.</summary>
    System,

    /// <summary>A technical test.</summary>
    Test,

    /// <summary>Not to be acted on.</summary>
    Draft,
}

/// <summary>What a message does to earlier ones.</summary>
public enum CapMessageType
{
    /// <summary>First information.</summary>
    Alert,

    /// <summary>Replaces what it references.</summary>
    Update,

    /// <summary>Withdraws what it references.</summary>
    Cancel,

    /// <summary>Confirms.</summary>
    Ack,

    /// <summary>Refuses.</summary>
    Error,
}

/// <summary>Whom a message is for.</summary>
public enum CapScope
{
    /// <summary>Everybody.</summary>
    Public,

    /// <summary>Whoever the restriction allows.</summary>
    Restricted,

    /// <summary>The addresses.</summary>
    Private,
}
