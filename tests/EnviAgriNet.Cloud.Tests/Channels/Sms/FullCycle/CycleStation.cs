using System.Collections.Concurrent;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;
using EnviAgriNet.Mqtt;
using EnviAgriNet.Protocol;
using EnviAgriNet.Protocol.Messages;
using EnviAgriNet.Protocol.Packs;
using EnviAgriNet.Protocol.Receipts;
using EnviAgriNet.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace EnviAgriNet.Cloud.Tests.Channels.Sms.FullCycle;

/// <summary>
/// The station of the cycle: hours of haze and flood, a pack an hour, each sent until it is receipted. Dust rises at hour 24 and is
/// gone at 36; the river rises by a hundredth of its bank an hour from hour 10 to 51 and falls three times as fast. Both come again
/// towards the end.
/// </summary>
internal sealed class CycleStation : IAsyncDisposable
{
    public const string Id = "cycle-01";
    public const string Region = "500101";
    public const double Bank = 10;
    public const int Hours = 80;

    private static readonly DateTimeOffset Begin = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan SendAgain = TimeSpan.FromSeconds(2);

    private readonly MosquittoLink _link;
    private readonly ConcurrentDictionary<long, bool> _stored = new();
    private Task _reading = Task.CompletedTask;

    private CycleStation(int port) => _link = new MosquittoLink(
        new LinkOptions { Port = port, ClientId = Id, BackOffMin = TimeSpan.FromMilliseconds(100), BackOffMax = TimeSpan.FromSeconds(1) },
        null, TimeProvider.System, 1, NullLogger<MosquittoLink>.Instance);

    /// <summary>Connects.</summary>
    public static async Task<CycleStation> StartAsync(int port)
    {
        CycleStation station = new(port);
        await station._link.StartAsync(CancellationToken.None);
        await Eventually.HoldsAsync("the station is connected", Limit, () => station._link.State == LinkState.Up);
        await station._link.SubscribeAsync(Topic(Topics.Receipts), DeliveryQuality.AtLeastOnce, CancellationToken.None);
        station._reading = station.ReadAsync();
        return station;
    }

    /// <summary>Publishes the pack of an hour, once.</summary>
    public Task PublishAsync(int hour) =>
        _link.PublishAsync(Topic(Topics.Readings), Pack(hour), DeliveryQuality.AtLeastOnce, retain: false, CancellationToken.None);

    /// <summary>Waits for the receipt, and sends the pack again as an edge does.</summary>
    public async Task ReceiptedAsync(int hour)
    {
        long sentAt = TimeProvider.System.GetTimestamp();
        long beganAt = sentAt;
        while (!_stored.ContainsKey(hour + 1))
        {
            if (TimeProvider.System.GetElapsedTime(beganAt) > Limit)
            {
                throw new TimeoutException($"hour {hour} was not receipted");
            }

            if (TimeProvider.System.GetElapsedTime(sentAt) > SendAgain)
            {
                await PublishAsync(hour);
                sentAt = TimeProvider.System.GetTimestamp();
            }

            await Task.Delay(5);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _link.StopAsync(CancellationToken.None);
        await _reading;
        await _link.DisposeAsync();
    }

    private static string Topic(string kind) => Topics.Of(RegionId.Parse(Region), StationId.Parse(Id), kind);

    private static double Dust(int hour) => hour < 24 ? 30 : hour is < 36 or >= 74 ? 200 : 5;

    private static double Level(double hour) =>
        Bank * (hour < 10 ? 60 : hour < 51 ? 60 + (hour - 10) : hour < 64 ? 101 - (3 * (hour - 51)) : 62 + (hour - 64)) / 100;

    private static byte[] Pack(int hour)
    {
        List<Reading> readings = [];
        for (int minute = 0; minute < 60; minute += 10)
        {
            DateTimeOffset at = Begin.AddHours(hour).AddMinutes(minute);
            readings.Add(new Reading(SeriesName.Parse("pm25"), at, Dust(hour), QualityFlag.Pass));
            double level = Math.Round(Level(hour + (minute / 60.0)), 3);
            readings.Add(new Reading(SeriesName.Parse("water_level"), at, level, QualityFlag.Pass));
        }

        return PackEncoder.Encode(
            new Pack(StationId.Parse(Id), "box1", hour + 1, "boot1", readings[^1].TakenAt, TimeSpan.Zero, readings), PackCompression.None);
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
                    _stored[sequence] = true;
                }
            }
        }
    }
}
