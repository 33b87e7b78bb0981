using System.Collections.Concurrent;
using EnviAgriNet.FirmwareHost.Gpio;
using EnviAgriNet.FirmwareHost.Sensors;

namespace EnviAgriNet.FirmwareHost.Tests.Sensors.Pulses;

/// <summary>A line whose edges a test tells.</summary>
internal sealed class StandInPulseLine : IPulseLine
{
    private readonly BlockingCollection<PulseEdge?> _edges = [];
    private int _taken;

    /// <summary>How many edges were counted.</summary>
    public int Taken => Volatile.Read(ref _taken);

    /// <summary>An edge.</summary>
    public void Edge(double seconds, uint number) => _edges.Add(new PulseEdge((ulong)(seconds * 1e9), number));

    /// <summary>The line goes away.</summary>
    public void Unplug() => _edges.Add(null);

    /// <inheritdoc/>
    public int Read(Span<PulseEdge> edges, TimeSpan limit)
    {
        if (!_edges.TryTake(out PulseEdge? edge, TimeSpan.FromMilliseconds(20)))
        {
            // Those before are counted when the next are asked for.
            _taken = _told;
            return 0;
        }

        edges[0] = edge ?? throw new SensorException(SensorFault.Missing, "there is no line 17");
        _told++;
        return 1;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // The test's own.
    }

    private int _told;
}
