using System.Collections.Frozen;
using EnviAgriNet.Benchmarks.Machine;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;
using EnviAgriNet.Protocol;
using EnviAgriNet.Protocol.Messages;
using EnviAgriNet.Protocol.Receipts;

namespace EnviAgriNet.Benchmarks.Load;

/// <summary>Hears the cloud's receipts for all stations: our proof of storage (sent after the cloud's own commit).</summary>
internal sealed class ReceiptListener : IProofOfStorage, IDisposable
{
    private readonly MqttWire _wire;
    private readonly Thread _thread;
    private readonly FrozenDictionary<string, int> _stations;
    private readonly SequenceSet[] _stored;
    private readonly long[] _storedOf;
    private long _storedOfAll;
    private string? _refusal;

    public ReceiptListener(int port, IReadOnlyList<StationId> stations)
    {
        _stations = stations.Select((s, i) => (s, i)).ToFrozenDictionary(p => p.s.Value, p => p.i);
        _stored = [.. stations.Select(_ => new SequenceSet())];
        _storedOf = new long[stations.Count];
        _wire = new MqttWire(port, "bench-receipts");
        _wire.Subscribe(Topics.FilterAll(Topics.Receipts));
        _thread = new Thread(Listen) { IsBackground = true, Name = "receipts" };
        _thread.Start();
    }

    /// <inheritdoc/>
    public long PacksStored => _refusal is null
        ? Volatile.Read(ref _storedOfAll)
        : throw new BenchmarkException($"The cloud refused a pack of the benchmark: {_refusal}");

    /// <summary>How many receipts came.</summary>
    public long Receipts { get; private set; }

    /// <inheritdoc/>
    public long PacksStoredOf(int station) => Volatile.Read(ref _storedOf[station]);

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

            Take(packet);
            _wire.Acknowledge(packet.PacketId);
        }
    }

    private void Take(MqttPacket packet)
    {
        if (!Topics.TryParse(packet.Topic, out _, out StationId id, out _)
            || !_stations.TryGetValue(id.Value, out int station)
            || MessageJson.DecodeReceipt(packet.Payload, out _) is not { } receipt)
        {
            return;
        }

        Receipts++;
        foreach (Rejection rejection in receipt.Rejected)
        {
            _refusal = $"{rejection.Rule}, {rejection.Detail}";
        }

        long added = receipt.Stored.Sum(range => _stored[station].AddRange(range[0], range[1]));
        Volatile.Write(ref _storedOf[station], _stored[station].Count);
        Interlocked.Add(ref _storedOfAll, added);
    }
}
