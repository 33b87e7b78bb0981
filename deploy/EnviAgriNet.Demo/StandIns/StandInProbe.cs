using System.Collections.Concurrent;

namespace EnviAgriNet.Demo.StandIns;

/// <summary>The registers of one probe. Safe to change while it is asked.</summary>
public sealed class StandInProbe
{
    /// <summary>Holding registers by address.</summary>
    public ConcurrentDictionary<int, ushort> Holding { get; } = new();

    /// <summary>Input registers by address.</summary>
    public ConcurrentDictionary<int, ushort> Input { get; } = new();
}
