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

    /// <summary>The state of things does not allow it, by a refusal that has a name.</summary>
    public static ReleaseAnswer Refused(Refusal refusal, AlertVersion alert) => Refused(refusal.Sentence, alert) with { Code = refusal.Code };

    /// <summary>The officer was not granted the role that it takes.</summary>
    /// <param name="by">Who ordered.</param>
    /// <param name="role">What it takes.</param>
    /// <param name="alert">What it is about; null when that is not looked for.</param>
    /// <param name="because">Why it takes that role, behind a comma; empty when it always does.</param>
    public static ReleaseAnswer WithoutRole(Officer by, Role role, AlertVersion? alert = null, string because = "")
    {
        string name = role.ToString().ToLowerInvariant();
        return new ReleaseAnswer(ReleaseFate.Forbidden, $"{by.Name} does not have the role {name}{because}", alert)
        {
            Code = new("role-missing", ("role", name)),
        };
    }
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
