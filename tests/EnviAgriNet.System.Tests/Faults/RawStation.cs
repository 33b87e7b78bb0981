using System.Collections.Concurrent;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;
using EnviAgriNet.Demo.Field;
using EnviAgriNet.Mqtt;
using EnviAgriNet.Protocol;
using EnviAgriNet.Protocol.Messages;
using EnviAgriNet.Protocol.Packs;
using EnviAgriNet.Protocol.Receipts;
using Microsoft.Extensions.Logging.Abstractions;

namespace EnviAgriNet.System.Tests.Faults;

/// <summary>A station that speaks to the broker itself, so that a test can say anything in its name.</summary>
internal sealed class RawStation : IAsyncDisposable
{
    private const string Outbox = "raw1";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly MosquittoLink _link;
    private readonly RegionId _region;
    private readonly StationId _station;
    private readonly ConcurrentDictionary<long, string> _fates = new();
    private Task _reading = Task.CompletedTask;

    private RawStation(LinkOptions options, string station, string region)
    {
        _link = new MosquittoLink(options, null, TimeProvider.System, 1, NullLogger<MosquittoLink>.Instance);
        _region = RegionId.Parse(region);
        _station = StationId.Parse(station);
    }

    /// <summary>What became of each sequence number: <c>stored</c>, or the rule it was rejected by.</summary>
    public IReadOnlyDictionary<long, string> Fates => _fates;

    /// <summary>Connects and listens for receipts.</summary>
    public static async Task<RawStation> ConnectAsync(
        LinkOptions options, string station, string region, TimeSpan? limit = null)
    {
        RawStation raw = new(options, station, region);
        await raw._link.StartAsync(CancellationToken.None);
        try
        {
            await Awaiting.UntilAsync(
                $"{station} to be connected",
                limit ?? Limit,
                _ => Task.FromResult(raw._link.State == LinkState.Up ? null : raw._link.State.ToString()),
                CancellationToken.None);
        }
        catch
        {
            await raw.DisposeAsync();
            throw;
        }

        await raw._link.SubscribeAsync(
            Topics.Of(raw._region, raw._station, Topics.Receipts), DeliveryQuality.AtLeastOnce, CancellationToken.None);
        raw._reading = raw.ReadAsync();
        return raw;
    }

    /// <summary>Readings as packs of that size, numbered from 1 in their order.</summary>
    public IReadOnlyList<byte[]> Packs(IReadOnlyList<Reading> readings, int size) =>
    [
        .. readings.Chunk(size).Select((chunk, i) => PackEncoder.Encode(
            new Pack(_station, Outbox, i + 1, "boot1", chunk[^1].TakenAt, TimeSpan.Zero, chunk),
            i % 2 == 0 ? PackCompression.None : PackCompression.Gzip)),
    ];

    /// <summary>Publishes a pack and waits for the broker's acknowledgement.</summary>
    public Task PublishAsync(byte[] payload) => PublishAsync(Topics.Of(_region, _station, Topics.Readings), payload);

    /// <summary>Publishes on any topic.</summary>
    public Task PublishAsync(string topic, byte[] payload) =>
        _link.PublishAsync(topic, payload, DeliveryQuality.AtLeastOnce, retain: false, CancellationToken.None);

    /// <summary>Waits until the cloud has told the fate of all sequence numbers up to this one.</summary>
    public Task ReceiptedAsync(long last) => Awaiting.UntilAsync(
        $"the receipts up to {last}",
        Limit,
        _ => Task.FromResult(_fates.Count >= last ? null : $"{_fates.Count} of {last} receipted"),
        CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _link.StopAsync(CancellationToken.None);
        await _reading;
        await _link.DisposeAsync();
    }

    private async Task ReadAsync()
    {
        await foreach (LinkMessage message in _link.MessagesAsync(CancellationToken.None))
        {
            Receipt? receipt = MessageJson.DecodeReceipt(message.Payload, out _);
            foreach (long[] range in receipt?.Stored ?? [])
            {
                for (long sequence = range[0]; sequence <= range[1]; sequence++)
                {
                    _fates[sequence] = "stored";
                }
            }

            foreach (Rejection rejection in receipt?.Rejected ?? [])
            {
                _fates[rejection.Sequence] = rejection.Rule;
            }
        }
    }
}
