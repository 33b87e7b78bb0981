using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.Api.Live;

/// <summary>
/// What all pages that asked the same are sent: each event is written once, whatever the number of pages. It holds the newest events only; a
/// page that missed one catches up from the board. Fields are the hub's, which holds its lock; pages read <see cref="Now"/>.
/// </summary>
internal sealed class LiveFeed(LiveQuestion question)
{
    private TaskCompletionSource _next = New();
    private LiveFrame _now = LiveFrame.Nothing;

    public LiveQuestion Question => question;

    /// <summary>Completes when there is something new. Take it before <see cref="Now"/>, so that nothing slips between.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    /// <summary>What is newest of everything.</summary>
    public LiveFrame Now => Volatile.Read(ref _now);

    /// <summary>How many pages listen.</summary>
    public int Readers { get; set; }

    /// <summary>When something was sent last, as a timestamp of the clock.</summary>
    public long SpokeAt { get; set; }

    /// <summary>Values that changed since the last turn.</summary>
    public Dictionary<SeriesId, LiveChange> Pending { get; } = [];

    /// <summary>Shows the pages what is new.</summary>
    public void Tell(LiveFrame frame)
    {
        Volatile.Write(ref _now, frame);
        Interlocked.Exchange(ref _next, New()).SetResult();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>The newest events of a feed: each with a number, by which a page sees whether it has had it.</summary>
/// <param name="Number">How often values were told.</param>
/// <param name="UpTo">The change of the board up to which the values go.</param>
/// <param name="Values">The newest event of values.</param>
/// <param name="Others">Of alerts, cases and what waits: a number and the event; 0 where there was none.</param>
/// <param name="Beats">How often the feed gave a sign of life.</param>
/// <param name="Beat">The sign.</param>
internal sealed record LiveFrame(
    long Number, long UpTo, byte[] Values, IReadOnlyDictionary<LiveTopics, (long Number, byte[] Event)> Others, long Beats, byte[] Beat)
{
    public static LiveFrame Nothing { get; } = new(0, 0, [], new Dictionary<LiveTopics, (long, byte[])>(), 0, []);
}
