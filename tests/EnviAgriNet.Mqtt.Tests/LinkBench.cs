using System.Diagnostics;
using System.Text;
using EnviAgriNet.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace EnviAgriNet.Mqtt.Tests;

/// <summary>What the link tests have in common: quick links, and waits that say what they waited for.</summary>
internal static class LinkBench
{
    public static readonly TimeSpan WaitMax = TimeSpan.FromSeconds(20);

    public static LinkOptions Options(int port, string clientId = "") => new()
    {
        Port = port,
        ClientId = clientId,
        BackOffMin = TimeSpan.FromMilliseconds(30),
        BackOffMax = TimeSpan.FromMilliseconds(300),
    };

    public static MosquittoLink NewLink(LinkOptions options, LinkWill? will = null, int seed = 1) =>
        new(options, will, TimeProvider.System, seed, NullLogger<MosquittoLink>.Instance);

    public static async Task<MosquittoLink> UpAsync(LinkOptions options, LinkWill? will = null)
    {
        MosquittoLink link = NewLink(options, will);
        await link.StartAsync(CancellationToken.None);
        await link.WaitForAsync(LinkState.Up);
        return link;
    }

    public static Task<MosquittoLink> UpAsync(MosquittoBroker broker) => UpAsync(Options(broker.Port));

    public static async Task WaitForAsync(this IBrokerLink link, LinkState wanted)
    {
        using CancellationTokenSource limit = new(WaitMax);
        try
        {
            await foreach (LinkState state in link.StatesAsync(limit.Token))
            {
                if (state == wanted)
                {
                    return;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Told below, with what was waited for.
        }

        throw new TimeoutException($"Waited {WaitMax} for the link to be {wanted}, it is {link.State}");
    }

    public static async Task WaitUntilAsync(Func<bool> isTrue, string what)
    {
        long beganAt = Stopwatch.GetTimestamp();
        while (!isTrue())
        {
            if (Stopwatch.GetElapsedTime(beganAt) > WaitMax)
            {
                throw new TimeoutException($"Waited {WaitMax} until {what}");
            }

            await Task.Delay(5);
        }
    }

    public static async Task<List<LinkMessage>> ReadAsync(this IBrokerLink link, int count)
    {
        List<LinkMessage> messages = [];
        using CancellationTokenSource limit = new(WaitMax);
        try
        {
            await foreach (LinkMessage message in link.MessagesAsync(limit.Token))
            {
                messages.Add(message);
                if (messages.Count == count)
                {
                    return messages;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Told below, with what was waited for.
        }

        throw new TimeoutException($"Waited {WaitMax} for {count} messages, there were {messages.Count}");
    }

    public static Task SayAsync(
        this IBrokerLink link,
        string topic,
        string text,
        DeliveryQuality quality = DeliveryQuality.AtLeastOnce,
        bool retain = false) =>
        link.PublishAsync(topic, Encoding.UTF8.GetBytes(text), quality, retain, default).WaitAsync(WaitMax);

    public static Task HearAsync(
        this IBrokerLink link, string filter, DeliveryQuality quality = DeliveryQuality.AtLeastOnce) =>
        link.SubscribeAsync(filter, quality, CancellationToken.None).WaitAsync(WaitMax);

    public static string Text(this LinkMessage message) => Encoding.UTF8.GetString(message.Payload.Span);
}
