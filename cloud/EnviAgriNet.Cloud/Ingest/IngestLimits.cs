namespace EnviAgriNet.Cloud.Ingest;

/// <summary>The bounds of ingest that are not a user's business.</summary>
internal static class IngestLimits
{
    /// <summary>Messages that wait for one decoder: at most 16 MiB each; beyond it the link stops reading from the broker.</summary>
    public const int UndecodedMax = 256;

    /// <summary>Decoded packs that wait for the commit: two full groups by default, at most some 20 MB of readings.</summary>
    public const int UncommittedMax = 512;

    /// <summary>Receipts that wait to be published; beyond it a receipt is dropped, and the pack's repeat gets another.</summary>
    public const int ReceiptsWaitingMax = 4_096;

    /// <summary>Receipts published at the same time: as many as the link has in flight by default, or a busy broker's answers hold them up.</summary>
    public const int ReceiptPublishers = 64;

    /// <summary>Stations whose health is held in memory.</summary>
    public const int HealthStationsMax = 200_000;

    /// <summary>The first wait after a commit that failed for now.</summary>
    public static readonly TimeSpan RetryMin = TimeSpan.FromMilliseconds(100);

    /// <summary>The longest wait after a commit that failed for now.</summary>
    public static readonly TimeSpan RetryMax = TimeSpan.FromSeconds(5);

    /// <summary>How often a held ingest looks at the clock.</summary>
    public static readonly TimeSpan HoldCheckEvery = TimeSpan.FromSeconds(1);

    /// <summary>After how long without a pack announcements are written by themselves.</summary>
    public static readonly TimeSpan IdleFlushAfter = TimeSpan.FromSeconds(1);

    /// <summary>How often the store is asked to give up a month.</summary>
    public static readonly TimeSpan RetentionEvery = TimeSpan.FromHours(1);

    /// <summary>How long one receipt may take to be acknowledged by the broker.</summary>
    public static readonly TimeSpan ReceiptPublishMax = TimeSpan.FromSeconds(20);
}
