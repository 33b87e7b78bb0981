namespace EnviAgriNet.FirmwareHost.Gpio;

/// <summary>A line whose edges are told.</summary>
internal interface IPulseLine : IDisposable
{
    /// <summary>
    /// Waits for edges and takes those that are there; 0 when none came in the time. Throws a <see cref="Sensors.SensorException"/> when
    /// the line is gone. For one thread.
    /// </summary>
    int Read(Span<PulseEdge> edges, TimeSpan limit);
}

/// <summary>An edge.</summary>
/// <param name="AtNs">Nanoseconds of the machine's monotonic clock.</param>
/// <param name="Number">Its number on the line, from 1, wrapping at 32 bits.</param>
internal readonly record struct PulseEdge(ulong AtNs, uint Number);
