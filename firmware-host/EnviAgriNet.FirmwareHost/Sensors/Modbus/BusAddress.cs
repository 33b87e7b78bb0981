namespace EnviAgriNet.FirmwareHost.Sensors.Modbus;

/// <summary>Where a bus is reached: a serial port with its speed, or a host and a TCP port.</summary>
/// <param name="Port">The path of the serial port, or the host.</param>
/// <param name="TcpPort">The TCP port; null for a serial port.</param>
/// <param name="Baud">Bits a second of a serial port.</param>
/// <param name="Parity">Its parity.</param>
/// <param name="StopBits">Its stop bits.</param>
internal sealed record BusAddress(string Port, int? TcpPort, int Baud, LineParity Parity, int StopBits)
{
    public const int TcpPortDefault = 502;

    /// <summary>What tells two buses apart: a port can have one speed only.</summary>
    public string Key => TcpPort is { } tcp ? $"{Port}:{tcp}" : Port;

    /// <inheritdoc/>
    public override string ToString() => TcpPort is null ? $"{Port} at {Baud} {Parity.ToString()[0]}{StopBits}" : Key;
}
