namespace EnviAgriNet.Cloud.Alerts.Release;

/// <summary>How the waiting of a version ended.</summary>
internal enum HoldOutcome
{
    /// <summary>As many persons as are needed released it.</summary>
    Released,

    /// <summary>Nobody answered, and its policy sent it.</summary>
    SentUnanswered,

    /// <summary>A person dropped it.</summary>
    Dropped,

    /// <summary>Nobody answered, and its policy dropped it.</summary>
    DroppedUnanswered,

    /// <summary>A newer version took its place, or the warning was cancelled.</summary>
    Overtaken,

    /// <summary>The event ended.</summary>
    Ended,

    /// <summary>What it says had run out.</summary>
    Expired,
}
