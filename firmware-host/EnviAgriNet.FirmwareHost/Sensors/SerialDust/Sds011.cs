using System.Buffers.Binary;

namespace EnviAgriNet.FirmwareHost.Sensors.SerialDust;

/// <summary>Nova SDS011: PM2.5 and PM10 in tenths of a microgram, little-endian. It gives no PM1.</summary>
internal sealed class Sds011 : IDustModel
{
    private const byte CommandHead = 0xB4;
    private const byte CommandMode = 2;
    private const byte CommandQuery = 4;
    private const byte CommandWork = 6;
    private const byte Write = 1;
    private const byte ModeOnQuestion = 1;
    private const byte Working = 1;
    private const byte Sleeping = 0;

    private const int CommandBytes = 19;
    private const int ContentAt = 2;
    private const int AddressAt = 15;
    private const int SumAt = 17;
    private const double UnitsPerMicrogram = 10;

    /// <inheritdoc/>
    public string Kind => "sds011";

    /// <inheritdoc/>
    public int Baud => 9600;

    /// <inheritdoc/>
    public IFraming Framing { get; } = new SdsFraming();

    /// <inheritdoc/>
    public bool Streams => true;

    /// <inheritdoc/>
    public IReadOnlyList<byte[]> Wake { get; } = [Command(CommandWork, Write, Working), Command(CommandMode, Write, ModeOnQuestion)];

    /// <inheritdoc/>
    public IReadOnlyList<byte[]> Ask { get; } = [Command(CommandQuery, 0, 0)];

    /// <inheritdoc/>
    public IReadOnlyList<byte[]> Sleep { get; } = [Command(CommandWork, Write, Sleeping)];

    /// <inheritdoc/>
    public byte[]? Clean => null;

    /// <inheritdoc/>
    public DustAnswer Read(ReadOnlySpan<byte> frame) => frame[1] == SdsFraming.Values
        ? DustAnswer.Of(new DustSample(
            null,
            BinaryPrimitives.ReadUInt16LittleEndian(frame[2..]) / UnitsPerMicrogram,
            BinaryPrimitives.ReadUInt16LittleEndian(frame[4..]) / UnitsPerMicrogram,
            null))
        : DustAnswer.Nothing;

    /// <summary>A command to whichever sensor listens: its address is FF FF.</summary>
    private static byte[] Command(byte command, byte isWrite, byte value)
    {
        byte[] frame = new byte[CommandBytes];
        frame[0] = SdsFraming.First;
        frame[1] = CommandHead;
        frame[ContentAt] = command;
        frame[ContentAt + 1] = isWrite;
        frame[ContentAt + 2] = value;
        frame[AddressAt] = byte.MaxValue;
        frame[AddressAt + 1] = byte.MaxValue;
        frame[SumAt] = SdsFraming.Sum(frame.AsSpan(ContentAt, SumAt - ContentAt));
        frame[^1] = SdsFraming.Last;
        return frame;
    }
}
