namespace EnviAgriNet.Cloud.OpenData;

/// <summary>The hard limits of what is published; they are not settings.</summary>
internal static class Limits
{
    /// <summary>The most entries of a feed, newest first; older ones are found by their identifier only.</summary>
    public const int FeedEntriesMax = 200;

    /// <summary>The newest released versions that a feed looks through for its entries.</summary>
    public const int FeedLookedAtMax = 2_000;

    /// <summary>The most different feeds that are kept at hand.</summary>
    public const int FeedsKeptMax = 1_000;

    /// <summary>How long a message stays in the feeds after it was sent.</summary>
    public static readonly TimeSpan FeedAgeMax = TimeSpan.FromDays(7);

    /// <summary>How long a feed is reused before the registry is asked again.</summary>
    public static readonly TimeSpan FeedReuseMax = TimeSpan.FromSeconds(1);
}
