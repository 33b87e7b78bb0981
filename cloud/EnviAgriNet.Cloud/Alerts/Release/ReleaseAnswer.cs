using EnviAgriNet.Cloud.Access;

namespace EnviAgriNet.Cloud.Alerts.Release;

/// <summary>What became of an officer's order.</summary>
/// <param name="Fate">Done, changed nothing, or why not.</param>
/// <param name="Text">In words, for the officer.</param>
/// <param name="Alert">The version it is about, or the new one; null when there is none.</param>
internal sealed record ReleaseAnswer(ReleaseFate Fate, string Text, AlertVersion? Alert)
{
    /// <summary>Which refusal it is, for pages that say it in their reader's language; null when it was done, or for one that has no name of its own.</summary>
    public RefusalCode? Code { get; init; }

    /// <summary>How many persons the version still needs before it goes out.</summary>
    public int Missing { get; init; }

    /// <summary>Whether things are now as the officer ordered.</summary>
    public bool IsDone => Fate is ReleaseFate.Done or ReleaseFate.Repeat;

    /// <summary>It is done.</summary>
    public static ReleaseAnswer Done(string text, AlertVersion alert) => new(ReleaseFate.Done, text, alert);

    /// <summary>It was so already.</summary>
    public static ReleaseAnswer Repeat(string text, AlertVersion alert) => new(ReleaseFate.Repeat, text, alert);

    /// <summary>The state of things does not allow it.</summary>
    public static ReleaseAnswer Refused(string text, AlertVersion? alert = null) => new(ReleaseFate.Refused, text, alert);
}

/// <summary>The kinds of answers.</summary>
internal enum ReleaseFate
{
    /// <summary>It is done.</summary>
    Done,

    /// <summary>It was so already; nothing changed.</summary>
    Repeat,

    /// <summary>The state of things does not allow it; nothing changed.</summary>
    Refused,

    /// <summary>This officer may not; nothing changed.</summary>
    Forbidden,

    /// <summary>There is no such alert.</summary>
    Unknown,

    /// <summary>The order itself is wrong; nothing changed.</summary>
    Invalid,
}
