using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using EnviAgriNet.Cloud.Channels;
using EnviAgriNet.Cloud.Regions;

namespace EnviAgriNet.Cloud.Api;

/// <summary>
/// What the live streams send: changed values and alerts, and the phone's messages. A stream holds no queue of its own, only the number
/// of what it sent last, so that a slow reader costs nothing and gets the newest when it reads again.
/// </summary>
internal sealed class LiveStreams(
    LiveBoard board, AlertPages alerts, AlertNews alertNews, PhoneScreen phone, NetworkClock clock, TimeProvider time)
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

    /// <summary>Values as they change and the open alerts whenever they do; a beat when there is nothing to say.</summary>
    public async IAsyncEnumerable<SseItem<string>> LiveAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        long seen = board.Change;
        bool isAlertDue = true;
        while (true)
        {
            Task alertsChange = alertNews.Next;
            Task valuesChange = board.Next;
            if (isAlertDue)
            {
                yield return Item("alerts", JsonSerializer.Serialize(alerts.Open(), ApiJson.Readable.AlertsView));
            }

            LiveChanges changes = board.Since(seen, Limits.ValuesPerEventMax);
            seen = changes.UpTo;
            if (changes.Values.Count > 0)
            {
                yield return Item("values", Serialize(changes));
            }
            else if (!isAlertDue)
            {
                yield return Item("beat", JsonSerializer.Serialize(new ValuesView(clock.Now, 0, []), ApiJson.Readable.ValuesView));
            }

            // Not faster than people can see, whatever the rate of readings; and a cut list goes on at once.
            await Task.Delay(Limits.StreamPeriod, time, cancellationToken);
            if (!changes.IsCut)
            {
                await Task.WhenAny(alertsChange, valuesChange, Task.Delay(Limits.HeartbeatPeriod, time, cancellationToken));
                cancellationToken.ThrowIfCancellationRequested();
            }

            isAlertDue = alertsChange.IsCompleted;
        }
    }

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

    private string Serialize(LiveChanges changes) => JsonSerializer.Serialize(
        new ValuesView(
            clock.Now, changes.Skipped, [.. changes.Values.Select(value => StationPages.View(value.Series.Station, value.Newest))]),
        ApiJson.Readable.ValuesView);

    private static SseItem<string> Item(string kind, string json) => new(json, kind);
}
