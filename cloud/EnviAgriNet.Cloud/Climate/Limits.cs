namespace EnviAgriNet.Cloud.Climate;

/// <summary>The hard limits of the climate area; they are not settings.</summary>
internal static class Limits
{
    /// <summary>Of the days of a month, how many in a hundred must have rain readings for its sum to count.</summary>
    public const int DaysPercentMin = 90;

    /// <summary>How many ended months are looked at after a start: those that are not done yet are done then.</summary>
    public const int CatchUpMonthsMax = 12;

    /// <summary>Packs that share one commit, so that ingest never waits long for the store.</summary>
    public const int CommitPacksMax = 100;

    /// <summary>How often is looked whether a month has ended. A look costs a comparison.</summary>
    public static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How long after a month's end its last readings are waited for; never more than half the time after which a reading is late, so
    /// that the indices are not late themselves.
    /// </summary>
    public static readonly TimeSpan SettleMax = TimeSpan.FromMinutes(15);

    /// <summary>
    /// Network time after which the last month is looked at again for stations that have no index yet: a backlog or a history may have
    /// come since.
    /// </summary>
    public static readonly TimeSpan RetryEvery = TimeSpan.FromHours(6);

    /// <summary>How long nothing is tried after a failure, as of a full disk.</summary>
    public static readonly TimeSpan FailurePause = TimeSpan.FromMinutes(1);
}
