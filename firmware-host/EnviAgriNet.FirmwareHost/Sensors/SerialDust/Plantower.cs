using System.Buffers.Binary;

namespace EnviAgriNet.FirmwareHost.Sensors.SerialDust;

/// <summary>
/// Plantower PMS5003 and PMSA003: thirteen big-endian words behind the head. Words 1 to 3 are PM1, PM2.5 and PM10 by the factory's
/// calibration, 4 to 6 the same for ambient air, all in whole micrograms.
/// </summary>
internal sealed class Plantower(string kind) : IDustModel
{
    private const byte CommandMode = 0xE1;
    private const byte CommandRead = 0xE2;
    private const byte CommandSleep = 0xE4;

    private const int FactoryAt = 4;
    private const int AmbientAt = 10;
    private const int ErrorAt = 29;

    /// <inheritdoc/>
    public string Kind => kind;

    /// <inheritdoc/>
    public int Baud => 9600;

    /// <inheritdoc/>
    public IFraming Framing { get; } = new PlantowerFraming();

    /// <inheritdoc/>
    public bool Streams => true;

    /// <summary>Waking puts it back into streaming, so that it is told anew to wait for questions.</summary>
    public IReadOnlyList<byte[]> Wake { get; } = [Command(CommandSleep, 1), Command(CommandMode, 0)];

    /// <inheritdoc/>
    public IReadOnlyList<byte[]> Ask { get; } = [Command(CommandRead, 0)];

    /// <inheritdoc/>
    public IReadOnlyList<byte[]> Sleep { get; } = [Command(CommandSleep, 0)];

    /// <inheritdoc/>
    public byte[]? Clean => null;

    /// <inheritdoc/>
    public DustAnswer Read(ReadOnlySpan<byte> frame)
    {
        if (frame.Length != PlantowerFraming.ValueBytes)
        {
            return DustAnswer.Nothing;
        }

        return frame[ErrorAt] != 0
            ? DustAnswer.Wrong($"it reports error {frame[ErrorAt]:X2}: clean or replace it")
            : DustAnswer.Of(new DustSample(
                Word(frame, AmbientAt), Word(frame, AmbientAt + 2), Word(frame, AmbientAt + 4), Word(frame, FactoryAt + 2)));
    }

    private static ushort Word(ReadOnlySpan<byte> frame, int at) => BinaryPrimitives.ReadUInt16BigEndian(frame[at..]);

    private static byte[] Command(byte command, byte value)
    {
        byte[] frame = [PlantowerFraming.First, PlantowerFraming.Second, command, 0, value, 0, 0];
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(5), PlantowerFraming.Sum(frame.AsSpan(0, 5)));
        return frame;
    }
}
