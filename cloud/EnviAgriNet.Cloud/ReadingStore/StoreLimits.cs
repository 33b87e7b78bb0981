namespace EnviAgriNet.Cloud.ReadingStore;

/// <summary>The store's bounds that are not a user's business. What goes beyond one is refused under a rule of <see cref="StoreRules"/>.</summary>
internal static class StoreLimits
{
    /// <summary>Stations in one store; a station costs about 2 KB of memory.</summary>
    public const int StationsMax = 200_000;

    /// <summary>Series of one station; a pack may name any channel, so a broken sender could make ever new ones.</summary>
    public const int SeriesPerStationMax = 1_000;

    /// <summary>Series in one store; all names are held in memory.</summary>
    public const int SeriesMax = 5_000_000;

    /// <summary>Readings of one series in one hour: ten a second.</summary>
    public const int SeriesHourReadingsMax = 36_000;

    /// <summary>Readings of one station in one hour; its block is written as a whole.</summary>
    public const int BlockReadingsMax = 2_000_000;

    /// <summary>Calendar months with readings of their own: a hundred years.</summary>
    public const int MonthsMax = 1_200;

    /// <summary>Months whose statements are kept prepared.</summary>
    public const int PreparedMonthsMax = 24;

    /// <summary>Outboxes of one station: how often its storage may be replaced.</summary>
    public const int OutboxesPerStationMax = 100;

    /// <summary>Ranges of sequence numbers in one set of one ledger line; each costs about 4 bytes with every pack.</summary>
    public const int RangesMax = 10_000;

    /// <summary>Different rules under which one ledger line counts; the rules are few and ours.</summary>
    public const int RulesMax = 100;

    /// <summary>
    /// Packs of an outbox whose number of readings is remembered, so that a drop or a thinning declared for a pack that had come
    /// after all is not counted twice. An edge has at most 16 packs without a receipt on the way, so four times that.
    /// </summary>
    public const int RecentPacksMax = 64;

    /// <summary>Station events kept; older ones are deleted, their ids stay in the ledger.</summary>
    public const int EventsMax = 200_000;

    /// <summary>Calibrations kept of one station; of more the oldest are deleted.</summary>
    public const int CalibrationsPerStationMax = 500;

    /// <summary>Damaged rows kept for a person to look at.</summary>
    public const int SetAsideMax = 1_000;

    /// <summary>A file up to this size is checked in full at start; a larger one only where it is touched.</summary>
    public const long FullCheckBytesMax = 1L << 30;

    /// <summary>Buffers of decoded readings kept for the next commit.</summary>
    public const int PooledSeriesMax = 16_384;

    /// <summary>How far the wall clock may be behind the newest commit before ingest holds.</summary>
    public static readonly TimeSpan ClockBehindMax = TimeSpan.FromHours(1);
}
