using System.Buffers.Binary;

namespace EnviAgriNet.FirmwareHost.Sensors.SerialDust;

/// <summary>
/// Sensirion SPS30 by UART (its SEL pin left open): SHDLC at 115,200 baud, ten big-endian floats, of which the first four are the mass
/// of PM1, PM2.5, PM4 and PM10. It tells whether its fan or its laser fails.
/// </summary>
internal sealed class Sps30 : IDustModel
{
    private const byte CommandStart = 0x00;
    private const byte CommandStop = 0x01;
    private const byte CommandRead = 0x03;
    private const byte CommandSleep = 0x10;
    private const byte CommandWake = 0x11;
    private const byte CommandClean = 0x56;
    private const byte CommandStatus = 0xD2;

    private const byte FormatVersion = 1;
    private const byte FormatFloat = 3;
    private const byte AnyByte = 0xFF;

    private const int CommandAt = 1;
    private const int StateAt = 2;
    private const int HeadBytes = 4;
    private const int ValueBytes = 10 * sizeof(float);
    private const int StatusBytes = 5;
    private const byte StateErrorMask = 0x7F;
    private const uint StatusFanFailed = 1 << 4;
    private const uint StatusLaserFailed = 1 << 5;
    private const uint StatusFanSpeed = 1 << 21;

    /// <inheritdoc/>
    public string Kind => "sps30";

    /// <inheritdoc/>
    public int Baud => 115_200;

    /// <inheritdoc/>
    public IFraming Framing { get; } = new ShdlcFraming();

    /// <inheritdoc/>
    public bool Streams => false;

    /// <summary>Asleep it hears no frame: any byte wakes its receiver for 100 ms, and the command within these wakes the rest.</summary>
    public IReadOnlyList<byte[]> Wake { get; } =
        [[AnyByte, .. Command(CommandWake)], Command(CommandStart, FormatVersion, FormatFloat)];

    /// <inheritdoc/>
    public IReadOnlyList<byte[]> Ask { get; } = [Command(CommandStatus, 0), Command(CommandRead)];

    /// <inheritdoc/>
    public IReadOnlyList<byte[]> Sleep { get; } = [Command(CommandStop), Command(CommandSleep)];

    /// <inheritdoc/>
    public byte[]? Clean { get; } = Command(CommandClean);

    /// <inheritdoc/>
    public DustAnswer Read(ReadOnlySpan<byte> frame)
    {
        // What an older firmware does not know, it answers with an error state and no content; the values come all the same.
        if (frame.Length < HeadBytes || frame.Length != HeadBytes + frame[HeadBytes - 1] || (frame[StateAt] & StateErrorMask) != 0)
        {
            return DustAnswer.Nothing;
        }

        ReadOnlySpan<byte> content = frame[HeadBytes..];
        return (frame[CommandAt], content.Length) switch
        {
            (CommandRead, ValueBytes) => Values(content),
            (CommandStatus, StatusBytes) => Status(BinaryPrimitives.ReadUInt32BigEndian(content)),
            _ => DustAnswer.Nothing,
        };
    }

    private static DustAnswer Values(ReadOnlySpan<byte> content)
    {
        double pm1 = BinaryPrimitives.ReadSingleBigEndian(content);
        double pm25 = BinaryPrimitives.ReadSingleBigEndian(content[4..]);
        double pm10 = BinaryPrimitives.ReadSingleBigEndian(content[12..]);
        return double.IsFinite(pm1) && double.IsFinite(pm25) && double.IsFinite(pm10)
            ? DustAnswer.Of(new DustSample(pm1, pm25, pm10, null))
            : DustAnswer.Nothing;
    }

    private static DustAnswer Status(uint status) => status switch
    {
        _ when (status & StatusFanFailed) != 0 => DustAnswer.Wrong("its fan does not turn: is something stuck in it?"),
        _ when (status & StatusLaserFailed) != 0 => DustAnswer.Wrong("its laser fails: replace it"),
        _ when (status & StatusFanSpeed) != 0 => DustAnswer.Wrong("its fan turns too fast or too slow: clean its inlet"),
        _ => DustAnswer.Nothing,
    };

    private static byte[] Command(byte command, params ReadOnlySpan<byte> content) =>
        ShdlcFraming.Wrap([0, command, (byte)content.Length, .. content]);
}
