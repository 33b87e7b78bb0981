using System.Diagnostics;
using System.Text;
using EnviAgriNet.Benchmarks.Machine;

namespace EnviAgriNet.Benchmarks.Load;

/// <summary>
/// Publishes packs as edges do: QoS 1, round by round, and of no station more than so many packs without proof that they are
/// stored. The stations share a few connections.
/// </summary>
internal sealed class PackSender
{
    /// <summary>As many as an edge has on the way by default.</summary>
    public const int UnprovedPerStationMax = 16;

    private const int Connections = 4;

    // Looking now and then costs less of the machine than waking up for each receipt.
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan WatchEvery = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan StallMax = TimeSpan.FromSeconds(60);

    private readonly PackStock _stock;
    private readonly IProofOfStorage _proof;
    private readonly byte[][] _topics;
    private readonly int _port;
    private readonly int _unprovedMax;
    private volatile bool _isCancelled;

    /// <summary>Makes a sender.</summary>
    /// <param name="stock">What to send.</param>
    /// <param name="port">The broker's.</param>
    /// <param name="proof">What holds the sender back.</param>
    /// <param name="unprovedMax">How many packs of all stations together may be without proof.</param>
    public PackSender(PackStock stock, int port, IProofOfStorage proof, int unprovedMax)
    {
        _stock = stock;
        _port = port;
        _proof = proof;
        _unprovedMax = unprovedMax;
        _topics = [.. stock.Topics.Select(Encoding.ASCII.GetBytes)];
    }

    /// <summary>Sends everything and waits until it is proved to be stored. Returns the seconds from the first publication.</summary>
    public double Run(params IReadOnlyList<ServerProcess> servers)
    {
        MqttWire[] wires = [.. Enumerable.Range(0, Connections).Select(i => new MqttWire(_port, $"bench-load-{i}"))];
        Thread[] threads = new Thread[Connections * 2];
        try
        {
            long begin = Stopwatch.GetTimestamp();
            for (int i = 0; i < Connections; i++)
            {
                int own = i;
                threads[own * 2] = new Thread(() => Send(wires[own], own)) { IsBackground = true };
                threads[(own * 2) + 1] = new Thread(() => Drain(wires[own])) { IsBackground = true };
            }

            Array.ForEach(threads, t => t.Start());
            AwaitProof(servers);
            return Stopwatch.GetElapsedTime(begin).TotalSeconds;
        }
        finally
        {
            _isCancelled = true;
            Array.ForEach(wires, w => w.Dispose());
            Array.ForEach(threads, t => t?.Join());
        }
    }

    private static void Drain(MqttWire wire)
    {
        while (wire.Read() is not null)
        {
            // Acknowledgements of the broker: what counts is the proof of storage.
        }
    }

    private void AwaitProof(IReadOnlyList<ServerProcess> servers)
    {
        long seen = 0;
        long seenAt = Stopwatch.GetTimestamp();
        while (_proof.PacksStored is { } stored && stored < _stock.Packs)
        {
            if (stored != seen)
            {
                seen = stored;
                seenAt = Stopwatch.GetTimestamp();
            }
            else if (Stopwatch.GetElapsedTime(seenAt) > StallMax)
            {
                throw new BenchmarkException(
                    $"Nothing more was stored for {StallMax.TotalSeconds:F0} s: {stored} of {_stock.Packs} packs" + string.Concat(
                        servers.Select(s => $"{Environment.NewLine}--- last lines of {s.Name}{Environment.NewLine}{s.Tail()}")));
            }

            foreach (ServerProcess server in servers)
            {
                server.RequireAlive();
            }

            Thread.Sleep(WatchEvery);
        }
    }

    private void Send(MqttWire wire, int own)
    {
        try
        {
            for (int round = 0; round < _stock.Rounds; round++)
            {
                for (int station = own; station < _stock.Shape.Stations; station += Connections)
                {
                    if (!AwaitRoom(wire, station, round))
                    {
                        return;
                    }

                    wire.Publish(_topics[station], _stock.Payload(round, station));
                }
            }

            wire.Flush();
        }
        catch (Exception e) when (e is IOException or InvalidOperationException)
        {
            // The connection is gone: either the run is over, or the wait for proof ends with the servers' last lines.
        }
    }

    private bool AwaitRoom(MqttWire wire, int station, int round)
    {
        long sentOfAll = ((long)round * _stock.Shape.Stations) + station;
        while (round - _proof.PacksStoredOf(station) >= UnprovedPerStationMax
            || sentOfAll - _proof.PacksStored >= _unprovedMax)
        {
            wire.Flush();
            Thread.Sleep(LookEvery);
            if (_isCancelled)
            {
                return false;
            }
        }

        return true;
    }
}
