namespace EnviAgriNet.Cloud.Channels.Proof;

/// <summary>How much a proof tells.</summary>
internal static class Limits
{
    /// <summary>Different reasons that are counted each; further ones are counted together.</summary>
    public const int ReasonsMax = 40;

    /// <summary>What the further reasons are called.</summary>
    public const string OtherReasons = "other reasons";

    /// <summary>Minutes after queueing that are told one by one; what comes later is told with the last: two days.</summary>
    public const int MinutesMax = 2_880;

    /// <summary>The newest steps of a version that are told.</summary>
    public const int StepsMax = 200;

    /// <summary>Places with fewer people are not told apart outside the agency, so that nobody can be guessed.</summary>
    public const int PeopleMin = 5;

    /// <summary>Events whose reach is kept at hand; beyond that all are counted anew.</summary>
    public const int ReachesKeptMax = 1_000;

    /// <summary>How long a counted reach may be shown.</summary>
    public static readonly TimeSpan ReachAgeMax = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How far the machine's clock may stand from network time when the times of an alert are held against each other. In a replay
    /// they are years apart and a difference says nothing.
    /// </summary>
    public static readonly TimeSpan ClockGapMax = TimeSpan.FromDays(1);
}
