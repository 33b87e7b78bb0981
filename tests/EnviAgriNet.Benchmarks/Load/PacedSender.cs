using System.Diagnostics;
using System.Text;

namespace EnviAgriNet.Benchmarks.Load;

/// <summary>Publishes packs at a steady rate on a connection and thread of its own, as a background load, until disposed.</summary>
internal sealed class PacedSender : IDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(5);

    private readonly PackStock _stock;
    private readonly MqttWire _wire;
    private readonly double _packsPerSecond;
    private readonly Thread _sender;
    private readonly Thread _drain;
    private volatile bool _isOver;
    private long _sent;

    public PacedSender(PackStock stock, int brokerPort, double readingsPerSecond)
    {
        _stock = stock;
        _packsPerSecond = readingsPerSecond / stock.Shape.ReadingsPerPack;
        _wire = new MqttWire(brokerPort, "bench-background");
        _drain = new Thread(Drain) { IsBackground = true };
        _sender = new Thread(Send) { IsBackground = true, Priority = ThreadPriority.AboveNormal };
        _drain.Start();
        _sender.Start();
    }

    /// <summary>How many packs have been published.</summary>
    public long PacksSent => Volatile.Read(ref _sent);

    public void Dispose()
    {
        _isOver = true;
        _sender.Join();
        _wire.Dispose();
        _drain.Join();
    }

    private void Drain()
    {
        while (_wire.Read() is not null)
        {
            // Acknowledgements of the broker.
        }
    }

    private void Send()
    {
        byte[][] topics = [.. _stock.Topics.Select(Encoding.ASCII.GetBytes)];
        long begin = Stopwatch.GetTimestamp();
        try
        {
            while (!_isOver && _sent < _stock.Packs)
            {
                long due = Math.Min(_stock.Packs, (long)(Stopwatch.GetElapsedTime(begin).TotalSeconds * _packsPerSecond));
                for (long next = _sent; next < due; next++)
                {
                    (long round, long station) = Math.DivRem(next, _stock.Shape.Stations);
                    _wire.Publish(topics[station], _stock.Payload((int)round, (int)station));
                }

                _wire.Flush();
                Volatile.Write(ref _sent, due);
                Thread.Sleep(Tick);
            }
        }
        catch (Exception e) when (e is IOException or InvalidOperationException)
        {
            // The broker is gone; the count of packs tells.
        }
    }
}
