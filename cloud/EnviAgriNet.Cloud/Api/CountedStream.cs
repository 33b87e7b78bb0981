using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;

namespace EnviAgriNet.Cloud.Api;

/// <summary>Server-sent events of a stream that was counted in: until the reader goes, its time is over or the cloud stops; then it is counted out.</summary>
internal static class CountedStream
{
    /// <summary>The answer.</summary>
    /// <param name="context">The request.</param>
    /// <param name="open">Opens the stream until the token says so.</param>
    /// <param name="leave">Counts it out; called once.</param>
    public static IResult Serve(HttpContext context, Func<CancellationToken, IAsyncEnumerable<SseItem<string>>> open, Action leave) =>
        TypedResults.ServerSentEvents(UntilEndAsync(
            open, leave, context.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping, context.RequestAborted));

    /// <summary>The number of the event that the reader saw last, or null on a first visit.</summary>
    public static long? LastEventId(HttpContext context) => long.TryParse(
        context.Request.Headers["Last-Event-ID"], NumberStyles.None, CultureInfo.InvariantCulture, out long id) ? id : null;

    private static async IAsyncEnumerable<SseItem<string>> UntilEndAsync(
        Func<CancellationToken, IAsyncEnumerable<SseItem<string>>> open,
        Action leave,
        CancellationToken stopping,
        [EnumeratorCancellation] CancellationToken aborted)
    {
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(stopping, aborted);
        await using IAsyncEnumerator<SseItem<string>> items = open(end.Token).GetAsyncEnumerator(end.Token);
        try
        {
            while (await MoveNextAsync(items))
            {
                yield return items.Current;
            }
        }
        finally
        {
            leave();
        }
    }

    private static async ValueTask<bool> MoveNextAsync(IAsyncEnumerator<SseItem<string>> items)
    {
        try
        {
            return await items.MoveNextAsync();
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
