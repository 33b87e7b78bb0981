namespace EnviAgriNet.FirmwareHost.Sensors.Modbus;

/// <summary>What the protocol allows, and how often is tried.</summary>
internal static class Limits
{
    /// <summary>The most registers of one question.</summary>
    public const int BlockRegistersMax = 125;

    /// <summary>Registers between two channels that are read along rather than asked for apart.</summary>
    public const int GapRegistersMax = 8;

    /// <summary>The highest unit address a probe can have.</summary>
    public const int UnitMax = 247;

    /// <summary>The highest register address.</summary>
    public const int AddressMax = ushort.MaxValue;

    /// <summary>How often a question is asked before the probe counts as silent.</summary>
    public const int TriesMax = 3;

    /// <summary>The most bytes of a register map.</summary>
    public const int MapBytesMax = 256 * 1024;

    /// <summary>The most channels of a register map.</summary>
    public const int ChannelsMax = 100;

    /// <summary>How long a network address may take to be connected, as part of the first question.</summary>
    public static readonly TimeSpan AnswerMax = TimeSpan.FromSeconds(10);

    /// <summary>The longest warm-up that can be set.</summary>
    public static readonly TimeSpan WarmUpMax = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Silence before each question, so that slow probes have let go of the line; the standard's 3.5 characters are 9 ms at 4800 baud.
    /// </summary>
    public static readonly TimeSpan Silence = TimeSpan.FromMilliseconds(20);

    /// <summary>
    /// How long an answer may pause between two bytes before it counts as cut off: adapters hand bytes on every 16 ms, and the
    /// library's own half second would hold up a whole bus.
    /// </summary>
    public static readonly TimeSpan ByteMax = TimeSpan.FromMilliseconds(100);
}
