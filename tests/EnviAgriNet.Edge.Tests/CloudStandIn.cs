using System.Collections.Concurrent;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Mqtt;
using EnviAgriNet.Protocol.Messages;
using EnviAgriNet.Protocol.Packs;
using EnviAgriNet.Protocol.Receipts;
using EnviAgriNet.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace EnviAgriNet.Edge.Tests;

/// <summary>A real broker, and a stand-in for the cloud that receipts what it gets, unless it is told not to.</summary>
internal sealed class CloudStandIn : IAsyncDisposable
{
    private const string Prefix = "eag/v1/50/cm-01/";

    private readonly CancellationTokenSource _stop = new();
    private readonly MosquittoLink _link;
    private readonly Task _reading;

    private CloudStandIn(MosquittoBroker broker, MosquittoLink link)
    {
        Broker = broker;
        _link = link;
        _reading = Task.Run(ReadAsync);
    }

    public MosquittoBroker Broker { get; }

    public ConcurrentQueue<long> Sequences { get; } = new();

    public ConcurrentQueue<StationEvent> Events { get; } = new();

    public ConcurrentQueue<StationHealth> Healths { get; } = new();

    /// <summary>Whether packs get their receipt.</summary>
    public bool IsReceipting { get; set; } = true;

    public static async Task<CloudStandIn> StartAsync()
    {
        MosquittoBroker broker = await MosquittoBroker.StartAsync(null);
        MosquittoLink link = new(
            new LinkOptions { Port = broker.Port, ClientId = "cloud", BackOffMin = TimeSpan.FromMilliseconds(50), BackOffMax = TimeSpan.FromMilliseconds(200) },
            null, TimeProvider.System, 1, NullLogger<MosquittoLink>.Instance);
        foreach (string topic in (string[])["readings", "events", "health"])
        {
            await link.SubscribeAsync(Prefix + topic, DeliveryQuality.AtLeastOnce, CancellationToken.None);
        }

        await link.StartAsync(CancellationToken.None);
        return new CloudStandIn(broker, link);
    }

    public Task AlertAsync(AlertNotice notice) => _link.PublishAsync(
        Prefix + "alerts", MessageJson.Encode(notice), DeliveryQuality.AtLeastOnce, false, CancellationToken.None);

    /// <summary>Leaves a config at the broker, as the cloud does; the broker gives it to an edge whenever it comes.</summary>
    public async Task ConfigAsync(string config)
    {
        await Eventually.HoldsAsync("the stand-in's link", TimeSpan.FromSeconds(30), () => _link.State == LinkState.Up);
        await _link.PublishAsync(
            Prefix + "config", System.Text.Encoding.UTF8.GetBytes(config), DeliveryQuality.AtLeastOnce, true, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _link.DisposeAsync();
        await Broker.DisposeAsync();
        await _reading;
        _stop.Dispose();
    }

    private async Task ReadAsync()
    {
        PackDecoder decoder = new();
        await foreach (LinkMessage message in _link.MessagesAsync(CancellationToken.None))
        {
            Receipt? receipt = null;
            if (message.Topic.EndsWith("events", StringComparison.Ordinal))
            {
                StationEvent told = MessageJson.DecodeEvent(message.Payload, out _)!;
                Events.Enqueue(told);
                receipt = new Receipt { Outbox = told.Outbox, Events = [told.Id] };
            }
            else if (message.Topic.EndsWith("health", StringComparison.Ordinal))
            {
                Healths.Enqueue(MessageJson.DecodeHealth(message.Payload, out _)!);
            }
            else
            {
                Pack pack = decoder.Decode(message.Payload, StationId.Parse("cm-01"), null).Pack!;
                Sequences.Enqueue(pack.Sequence);
                receipt = IsReceipting ? new Receipt { Outbox = pack.Outbox, Stored = [[pack.Sequence, pack.Sequence]] } : null;
            }

            if (receipt is not null)
            {
                await SendAsync(receipt);
            }
        }
    }

    private async Task SendAsync(Receipt receipt)
    {
        try
        {
            await _link.PublishAsync(
                Prefix + "receipts", MessageJson.Encode(receipt), DeliveryQuality.AtLeastOnce, false, _stop.Token);
        }
        catch (Exception e) when (e is LinkException or OperationCanceledException)
        {
            // The edge sends again.
        }
    }
}
