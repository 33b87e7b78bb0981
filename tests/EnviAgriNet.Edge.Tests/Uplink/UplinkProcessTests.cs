using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Mqtt;
using EnviAgriNet.Protocol.Messages;
using EnviAgriNet.Protocol.Packs;
using EnviAgriNet.Protocol.Receipts;
using EnviAgriNet.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace EnviAgriNet.Edge.Tests.Uplink;

/// <summary>The real edge, a real broker, and a stand-in for the cloud that receipts what it gets.</summary>
public sealed class UplinkProcessTests : IAsyncLifetime
{
    private const string Prefix = "eag/v1/50/cm-01/";

    private readonly string _folder = TestFolder.Make();
    private readonly ConcurrentQueue<long> _sequences = new();
    private readonly ConcurrentQueue<StationEvent> _events = new();
    private readonly CancellationTokenSource _stop = new();
    private MosquittoBroker _broker = null!;
    private MosquittoLink _cloud = null!;
    private Task _reading = Task.CompletedTask;

    public async Task InitializeAsync()
    {
        _broker = await MosquittoBroker.StartAsync(null);
        _cloud = new MosquittoLink(
            new LinkOptions { Port = _broker.Port, ClientId = "cloud", BackOffMin = TimeSpan.FromMilliseconds(50), BackOffMax = TimeSpan.FromMilliseconds(200) },
            null, TimeProvider.System, 1, NullLogger<MosquittoLink>.Instance);
        await _cloud.SubscribeAsync(Prefix + "readings", DeliveryQuality.AtLeastOnce, CancellationToken.None);
        await _cloud.SubscribeAsync(Prefix + "events", DeliveryQuality.AtLeastOnce, CancellationToken.None);
        await _cloud.StartAsync(CancellationToken.None);
        _reading = Task.Run(ReceiptAsync);
    }

    public async Task DisposeAsync()
    {
        await _stop.CancelAsync();
        await _cloud.DisposeAsync();
        await _broker.DisposeAsync();
        await _reading;
        _stop.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Uplink_Undisturbed_GoesInOrderAndIsFreed()
    {
        using EdgeProcess edge = await StartEdgeAsync();
        await edge.WaitUntilAsync(s => (string?)s["link"] == "up", "the link");
        for (int i = 0; i < 100; i++)
        {
            Assert.Equal(204, (await edge.PostAsync(Payload(i))).Status);
        }

        JsonNode status = await edge.WaitUntilAsync(
            s => (long)s["accepted_packs"]! == 100 && (long)s["depth"]! == 0, "all packs to be receipted");
        Assert.Equal(100, (long)status["receipted_packs"]!);
        Assert.Equal(Enumerable.Range(1, 100).Select(i => (long)i), _sequences);
    }

    [Fact]
    public async Task Uplink_AfterAnOutage_GoesNewestFirstAndDrains()
    {
        await _broker.KillAsync();
        using EdgeProcess edge = await StartEdgeAsync();
        for (int i = 0; i < 200; i++)
        {
            Assert.Equal(204, (await edge.PostAsync(Payload(i))).Status);
        }

        await edge.PostAsync("{\"kind\":\"source-overflow\",\"readings\":3}", "/v1/events");
        await _broker.StartAgainAsync();
        await edge.WaitUntilAsync(s => (long)s["depth"]! == 0 && (long)s["accepted_packs"]! == 200, "the backlog to drain");
        Assert.Equal(200, _sequences.Distinct().Count());
        Assert.True(_sequences.Take(10).All(s => s > 150), string.Join(' ', _sequences.Take(20)));
        await edge.WaitUntilAsync(_ => !_events.IsEmpty, "the event");
        Assert.Equal((StationEventKind.SourceOverflow, 3), (_events.First().Kind, _events.First().Readings));
    }

    [Fact]
    public async Task Uplink_DeadActuator_HoldsNothingUp()
    {
        string socket = Path.Combine(_folder, "actuators.sock");
        using Socket deaf = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        deaf.Bind(new UnixDomainSocketEndPoint(socket));
        deaf.Listen();
        using EdgeProcess edge = await StartEdgeAsync($"Downlink:ActuatorSocket={socket}", "Downlink:AnswerTimeMax=00:00:10");
        await edge.WaitUntilAsync(s => (string?)s["link"] == "up", "the link");
        for (int i = 0; i < 5; i++)
        {
            AlertNotice notice = new()
            {
                Identifier = $"alert-{i}",
                Version = 1,
                Siren = true,
                Expires = DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeSeconds(),
            };
            await _cloud.PublishAsync(
                Prefix + "alerts", MessageJson.Encode(notice), DeliveryQuality.AtLeastOnce, false, CancellationToken.None);
        }

        for (int i = 0; i < 20; i++)
        {
            await edge.PostAsync(Payload(i));
        }

        await edge.WaitUntilAsync(s => (long)s["depth"]! == 0 && (long)s["accepted_packs"]! == 20, "packs to pass the deaf actuator");
        Assert.DoesNotContain(_events, e => e.Kind is StationEventKind.AlertShown);
    }

    private static string Payload(int i) =>
        $"[{{\"bn\":\"urn:eag:cm-01:\",\"bt\":{1_700_000_000 + i},\"n\":\"pm25\",\"v\":{i}}},{{\"n\":\"humidity\",\"v\":50}}]";

    private Task<EdgeProcess> StartEdgeAsync(params string[] settings) => EdgeProcess.StartAsync(
        _folder, _broker.Port,
        ["Packing:ReadingsMax=2", "Packing:AgeMax=00:00:00.020", "Mqtt:BackOffMin=00:00:00.050", "Mqtt:BackOffMax=00:00:00.200",
            "Uplink:ReceiptTimeout=00:00:05", .. settings]);

    private async Task ReceiptAsync()
    {
        PackDecoder decoder = new();
        await foreach (LinkMessage message in _cloud.MessagesAsync(CancellationToken.None))
        {
            Receipt receipt;
            if (message.Topic.EndsWith("events", StringComparison.Ordinal))
            {
                StationEvent told = MessageJson.DecodeEvent(message.Payload, out _)!;
                _events.Enqueue(told);
                receipt = new Receipt { Outbox = told.Outbox, Events = [told.Id] };
            }
            else
            {
                Pack pack = decoder.Decode(message.Payload, StationId.Parse("cm-01"), null).Pack!;
                _sequences.Enqueue(pack.Sequence);
                receipt = new Receipt { Outbox = pack.Outbox, Stored = [[pack.Sequence, pack.Sequence]] };
            }

            try
            {
                await _cloud.PublishAsync(
                    Prefix + "receipts", MessageJson.Encode(receipt), DeliveryQuality.AtLeastOnce, false, _stop.Token);
            }
            catch (Exception e) when (e is LinkException or OperationCanceledException)
            {
                // The edge sends again.
            }
        }
    }
}
