using EnviAgriNet.Benchmarks.Load;
using EnviAgriNet.Benchmarks.Machine;
using EnviAgriNet.Benchmarks.Servers;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;
using EnviAgriNet.Protocol;
using EnviAgriNet.Protocol.Packs;

namespace EnviAgriNet.Benchmarks.Outbox;

/// <summary>Weighs the packets that a real edge publishes.</summary>
internal static class WireStage
{
    private const int MinutesPerFullPack = 50;
    private const int SecondsPerLivePack = 5;
    private const int Packs = 15;

    private static readonly TimeSpan PackAge = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan HearMax = TimeSpan.FromSeconds(60);

    public static async Task<IReadOnlyList<WireResult>> RunAsync() =>
    [
        await WeighAsync("live: 20 series once a minute", PackAge, (field, i) => field.Readings(0, i, 1)),
        await WeighAsync("live: 20 series once a second, five seconds", PackAge, Seconds),
        await WeighAsync(
            "backlog: full packs", null, (field, i) => field.Readings(0, i * MinutesPerFullPack, MinutesPerFullPack)),
    ];

    private static async Task<WireResult> WeighAsync(string kind, TimeSpan? packAge, Func<ReadingField, int, Reading[]> batch)
    {
        ReadingField field = new(1, DateTimeOffset.UtcNow.AddMinutes(-MinutesPerFullPack * (Packs + 1)));
        using Broker broker = await Broker.StartAsync();
        using EdgeServer edge = new(field.Stations[0], ReadingField.Region(0), broker.Port, packAge);
        using PacketScale scale = new(broker.Port);
        await edge.StartAsync();
        for (int i = 0; i < Packs; i++)
        {
            Reading[] readings = batch(field, i);
            await edge.PostAsync(SenmlBody.Of(field.Stations[0], readings));
            long wanted = scale.Readings + readings.Length;
            if (packAge is not null)
            {
                // The batch has to become a pack of its own.
                await Wait.UntilAsync("the pack to be published", HearMax, () => Task.FromResult(scale.Readings >= wanted), edge.Process);
            }
        }

        await Wait.UntilAsync("packs to be published", HearMax, () => Task.FromResult(scale.Packs >= Packs), edge.Process);
        return new WireResult(kind, scale.Packs, scale.Readings, scale.Bytes);
    }

    private static Reading[] Seconds(ReadingField field, int pack)
    {
        List<Reading> readings = [];
        for (int second = 0; second < SecondsPerLivePack; second++)
        {
            // Values of one minute each, as if the weather ran sixty times faster: more change than there is, so not flattering.
            int at = (pack * SecondsPerLivePack) + second;
            DateTimeOffset takenAt = DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.ToUnixTimeSeconds() - 200 + at);
            readings.AddRange(field.Readings(0, at, 1).Select(r => r with { TakenAt = takenAt }));
        }

        return [.. readings];
    }

    /// <summary>Hears every pack and weighs its packet; a pack that comes again counts once.</summary>
    private sealed class PacketScale : IDisposable
    {
        private readonly MqttWire _wire;
        private readonly Thread _thread;
        private readonly PackDecoder _decoder = new();
        private readonly HashSet<long> _seen = [];
        private long _readings;
        private long _bytes;
        private int _packs;

        public PacketScale(int brokerPort)
        {
            _wire = new MqttWire(brokerPort, "bench-scale");
            _wire.Subscribe(Topics.FilterAll(Topics.Readings));
            _thread = new Thread(Listen) { IsBackground = true };
            _thread.Start();
        }

        public int Packs => Volatile.Read(ref _packs);

        public long Readings => Volatile.Read(ref _readings);

        public long Bytes => Volatile.Read(ref _bytes);

        public void Dispose()
        {
            _wire.Dispose();
            _thread.Join();
        }

        private void Listen()
        {
            while (_wire.Read() is { } packet)
            {
                if (packet.Type != MqttPacket.PublishType)
                {
                    continue;
                }

                _wire.Acknowledge(packet.PacketId);
                if (Topics.TryParse(packet.Topic, out _, out StationId station, out _)
                    && _decoder.Decode(packet.Payload, station, DateTimeOffset.UtcNow).Pack is { } pack
                    && _seen.Add(pack.Sequence))
                {
                    Volatile.Write(ref _bytes, _bytes + packet.WireBytes);
                    Volatile.Write(ref _readings, _readings + pack.Readings.Count);
                    Volatile.Write(ref _packs, _packs + 1);
                }
            }
        }
    }
}

/// <summary>The weight of packs of one kind.</summary>
internal sealed record WireResult(string Kind, int Packs, long Readings, long Bytes)
{
    public double BytesPerReading => (double)Bytes / Readings;
}
