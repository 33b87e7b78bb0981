using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Cases;

namespace EnviAgriNet.Cloud.Api;

/// <summary>
/// Tells officers' pages that cases changed: a number and counts, nothing about anybody, so that a page asks for what it may see. The
/// number is looked up once a second, since an SMS, the page of residents and a command beside the cloud may all be where it came from.
/// </summary>
internal sealed class CaseStreams(CaseBoard board, TimeProvider time)
{
    private int _open;

    /// <summary>Counts a stream in; false when there are too many.</summary>
    public bool TryEnter()
    {
        if (Interlocked.Increment(ref _open) <= Limits.CaseStreamsMax)
        {
            return true;
        }

        Leave();
        return false;
    }

    /// <summary>Counts a stream out.</summary>
    public void Leave() => Interlocked.Decrement(ref _open);

    /// <summary>
    /// The changes after a number, and a beat when there are none. It ends after a while: the page comes back with what it saw last, and is
    /// asked again who it is.
    /// </summary>
    /// <param name="seen">What the page saw last, or null on its first visit: then it is told at once.</param>
    /// <param name="cancellationToken">When the reader leaves.</param>
    public async IAsyncEnumerable<SseItem<string>> ReadAsync(long? seen, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        long begun = time.GetTimestamp();
        long said = begun;
        while (time.GetElapsedTime(begun) < Limits.CaseStreamLife)
        {
            long change = board.Change();
            if (change != seen)
            {
                seen = change;
                said = time.GetTimestamp();
                JsonObject news = new() { ["change"] = change, ["counts"] = Counts() };
                yield return new SseItem<string>(news.ToJsonString(), "cases")
                {
                    EventId = change.ToString(System.Globalization.CultureInfo.InvariantCulture),
                };
            }
            else if (time.GetElapsedTime(said) >= Limits.HeartbeatPeriod)
            {
                said = time.GetTimestamp();
                yield return new SseItem<string>("{}", "beat");
            }

            await Task.Delay(Limits.CaseLookPeriod, time, cancellationToken);
        }
    }

    private JsonArray Counts() => new([.. board.Counts().Select(count => (JsonNode)CaseJson.Of(count))]);
}
