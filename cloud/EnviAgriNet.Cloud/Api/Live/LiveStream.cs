using System.IO.Pipelines;

namespace EnviAgriNet.Cloud.Api.Live;

/// <summary>
/// One page's stream. It holds no queue, only what it sent last: a slow page costs nothing, and gets the newest when it reads again.
/// </summary>
internal sealed class LiveStream(LiveHub hub, LiveBoard board, LiveWriter writer)
{
    private static readonly byte[] Opening = System.Text.Encoding.ASCII.GetBytes("retry: 2000\n\n");

    /// <summary>Sends until the page goes or the cloud stops.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="resume">The position of what the page has; null when it has nothing.</param>
    /// <param name="end">Ends the stream.</param>
    public async Task RunAsync(PipeWriter to, LiveQuestion question, string? resume, CancellationToken end)
    {
        LiveFeed feed = hub.Enter(question);
        try
        {
            await to.WriteAsync(Opening, end);
            Cursor cursor = new() { Others = [] };
            Task next = feed.Next;
            LiveFrame frame = feed.Now;
            cursor.Number = frame.Number;
            cursor.Beats = frame.Beats;
            await BeginAsync(to, question, resume, cursor, end);
            await SendOthersAsync(to, frame, cursor, end);
            while (true)
            {
                await next.WaitAsync(end);
                next = feed.Next;
                frame = feed.Now;
                await SendValuesAsync(to, question, frame, cursor, end);
                await SendOthersAsync(to, frame, cursor, end);
                if (frame.Beats != cursor.Beats)
                {
                    cursor.Beats = frame.Beats;
                    await to.WriteAsync(frame.Beat, end);
                }
            }
        }
        finally
        {
            hub.Leave(feed);
        }
    }

    // A page that says where it was gets what it missed; after a restart of the cloud, or with few stations on its screen, all of it.
    private async Task BeginAsync(PipeWriter to, LiveQuestion question, string? resume, Cursor cursor, CancellationToken end)
    {
        cursor.UpTo = board.Change;
        if ((question.Topics & (LiveTopics.Values | LiveTopics.Map)) == LiveTopics.None)
        {
            return;
        }

        bool isKnown = board.TryFindPosition(resume, out long change);
        bool isSnapshot = !isKnown && (question.Filter.Stations is not null || resume is not null);
        if (isKnown || isSnapshot)
        {
            await CatchUpAsync(to, question, isKnown ? change : 0, isSnapshot, cursor, end);
        }
    }

    private async Task SendValuesAsync(PipeWriter to, LiveQuestion question, LiveFrame frame, Cursor cursor, CancellationToken end)
    {
        if (frame.Number == cursor.Number)
        {
            return;
        }

        // What the board had at the stream's beginning may come once more with the first event: the same value, which changes nothing.
        bool isNext = frame.Number == cursor.Number + 1;
        cursor.Number = frame.Number;
        if (isNext)
        {
            cursor.UpTo = frame.UpTo;
            await to.WriteAsync(frame.Values, end);
            return;
        }

        await CatchUpAsync(to, question, cursor.UpTo, isSnapshot: false, cursor, end);
    }

    private async Task CatchUpAsync(
        PipeWriter to, LiveQuestion question, long change, bool isSnapshot, Cursor cursor, CancellationToken end)
    {
        LiveChanges missed = board.Since(change, int.MaxValue, question.Filter);
        cursor.UpTo = missed.UpTo;
        if (missed.Values.Count > 0 || isSnapshot)
        {
            await to.WriteAsync(writer.Values(question.Topics, missed.Values, missed.UpTo, 0, isSnapshot), end);
        }
    }

    private static async Task SendOthersAsync(PipeWriter to, LiveFrame frame, Cursor cursor, CancellationToken end)
    {
        foreach ((LiveTopics topic, (long number, byte[] said)) in frame.Others)
        {
            if (cursor.Others.GetValueOrDefault(topic) != number)
            {
                cursor.Others[topic] = number;
                await to.WriteAsync(said, end);
            }
        }
    }

    /// <summary>What was sent.</summary>
    private sealed class Cursor
    {
        public long Number { get; set; }

        public long UpTo { get; set; }

        public long Beats { get; set; }

        public required Dictionary<LiveTopics, long> Others { get; init; }
    }
}
