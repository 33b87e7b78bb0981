namespace EnviAgriNet.Edge;

/// <summary>Bounds of the edge that are not a user's business. What a user may turn stands in the options.</summary>
internal static class Limits
{
    /// <summary>The most bytes of a request to the intake; the wire's own bound on a pack.</summary>
    public const int RequestBytesMax = Protocol.Limits.PackBytesMax;

    /// <summary>Batches that wait for their commit; one more is answered 429.</summary>
    public const int SubmissionsWaitingMax = 256;

    /// <summary>Batches in one group commit; bounds the time an answer waits for its group.</summary>
    public const int GroupBatchesMax = 64;

    /// <summary>Sequence numbers set apart in the control database at a time: what a lost segment may cost in numbers.</summary>
    public const int SequencesReserved = 1_000;

    /// <summary>Numbers skipped when segment and control database were damaged together, so that none is given out twice.</summary>
    public const long SequencesSkipped = 100_000;

    /// <summary>Event ids set apart for each rebuilt control database, so that an id is never given out twice.</summary>
    public const long EventIdsPerGeneration = 1_000_000_000;

    /// <summary>Events that wait for a receipt; the oldest one beyond is dropped and counted.</summary>
    public const int EventsWaitingMax = 2_000;

    /// <summary>Events published and not yet receipted at a time.</summary>
    public const int EventsInFlightMax = 16;

    /// <summary>Ranges told one by one when packs are given up; the rest is told as one range.</summary>
    public const int LostRangesMax = 256;

    /// <summary>Row numbers tried one by one behind a damaged page before the rest of a table is given up.</summary>
    public const int SalvageProbesMax = 50_000;

    /// <summary>Files kept in <c>set-aside</c>; the oldest beyond is deleted and counted.</summary>
    public const int SetAsideFilesMax = 200;

    /// <summary>Bytes kept in <c>set-aside</c>; 64 MiB, four segments of the default size.</summary>
    public const long SetAsideBytesMax = 64L * 1024 * 1024;

    /// <summary>Packs read from a segment ahead of their turn.</summary>
    public const int PacksReadAhead = 32;

    /// <summary>Packs that were sent this often while others were receipted go to the very end.</summary>
    public const int SendsBeforeLast = 20;

    /// <summary>Live packs in a row before one of the backlog goes, so that neither starves.</summary>
    public const int LivePacksInRow = 3;

    /// <summary>Series whose last value is shown; beyond it new ones are not.</summary>
    public const int SeriesShownMax = 1_000;

    /// <summary>Alert notices that wait for the actuators; the oldest one beyond is dropped and reported as failed.</summary>
    public const int NoticesWaitingMax = 64;

    /// <summary>Alert versions remembered, so that a repeat changes nothing.</summary>
    public const int NoticesRememberedMax = 500;

    /// <summary>Events whose newest alert is remembered for the centre's screen; the oldest beyond is forgotten.</summary>
    public const int BoardLinesMax = 50;

    /// <summary>Bytes of a form from the centre's screen.</summary>
    public const int FormBytesMax = 2_048;

    /// <summary>Accepted readings that wait to be judged by local rules; one more is not judged here, and counted.</summary>
    public const int ReadingsToJudgeMax = 4_096;

    /// <summary>Boots whose clock line is remembered.</summary>
    public const int BootsRememberedMax = 200;

    /// <summary>An alert that could not be shown for this long is given up whatever its expiry.</summary>
    public static readonly TimeSpan NoticeAgeMax = TimeSpan.FromHours(24);

    /// <summary>The wall clock may differ by this much from the monotonic line before it counts as stepped.</summary>
    public static readonly TimeSpan ClockStepMin = TimeSpan.FromSeconds(2);
}
