using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using EnviAgriNet.Cloud.Channels;

namespace EnviAgriNet.Cloud.Api;

/// <summary>Counts the open streams, and streams the on-screen phone's messages.</summary>
internal sealed class LiveStreams(PhoneScreen phone, TimeProvider time)
{
    private int _open;

    /// <summary>Counts a stream in; false when there are too many.</summary>
    public bool TryEnter()
    {
        if (Interlocked.Increment(ref _open) <= Limits.StreamsMax)
        {
            return true;
        }

        Leave();
        return false;
    }

    /// <summary>Counts a stream out.</summary>
    public void Leave() => Interlocked.Decrement(ref _open);

    /// <summary>The phone's messages after a number, and new ones as they come.</summary>
    public async IAsyncEnumerable<SseItem<string>> PhoneAsync(long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            Task change = phone.Next;
            foreach ((long number, PhoneMessage message) in phone.Since(after))
            {
                after = number;
                PhoneView view = new(message.Id, message.To, message.Text, message.Severity, message.At);
                yield return new SseItem<string>(JsonSerializer.Serialize(view, ApiJson.Readable.PhoneView), "message")
                {
                    EventId = number.ToString(System.Globalization.CultureInfo.InvariantCulture),
                };
            }

            await Task.WhenAny(change, Task.Delay(Limits.HeartbeatPeriod, time, cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
            if (!change.IsCompleted)
            {
                yield return Item("beat", "{}");
            }
        }
    }

    private static SseItem<string> Item(string kind, string json) => new(json, kind);
}
