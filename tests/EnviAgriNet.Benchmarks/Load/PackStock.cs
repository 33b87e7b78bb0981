using EnviAgriNet.Protocol.Packs;

namespace EnviAgriNet.Benchmarks.Load;

/// <summary>
/// Packs made before the measurement, so that the time of encoding and compressing, which is spent at the stations, is not
/// counted as the server's. In the order of sending: round by round, station by station.
/// </summary>
internal sealed class PackStock
{
    private const string Outbox = "b0b0b0b0";

    private readonly byte[][] _payloads;

    private PackStock(PackShape shape, ReadingField field, int rounds, byte[][] payloads)
    {
        Shape = shape;
        Field = field;
        Rounds = rounds;
        _payloads = payloads;
        Topics = [.. Enumerable.Range(0, shape.Stations).Select(i =>
            Protocol.Topics.Of(ReadingField.Region(i), field.Stations[i], Protocol.Topics.Readings))];
    }

    public PackShape Shape { get; }

    public ReadingField Field { get; }

    public int Rounds { get; }

    public IReadOnlyList<string> Topics { get; }

    public int Packs => _payloads.Length;

    public long Readings => (long)Packs * Shape.ReadingsPerPack;

    public long PayloadBytes => _payloads.Sum(p => (long)p.Length);

    /// <summary>The pack of a station in a round; its sequence number is the round plus one.</summary>
    public byte[] Payload(int round, int station) => _payloads[(round * Shape.Stations) + station];

    /// <summary>Makes the packs of so many rounds, the last of which ends at the given time.</summary>
    public static PackStock Make(PackShape shape, int rounds, DateTimeOffset until, PackCompression compression)
    {
        ReadingField field = FieldOf(shape, rounds, until);
        byte[][] payloads = new byte[rounds * shape.Stations][];
        Parallel.For(0, payloads.Length, i =>
        {
            (int round, int station) = Math.DivRem(i, shape.Stations);
            Pack pack = new(
                field.Stations[station],
                Outbox,
                round + 1,
                "boot1",
                until,
                TimeSpan.Zero,
                field.Readings(station, round * shape.MinutesPerPack, shape.MinutesPerPack));
            payloads[i] = PackEncoder.Encode(pack, compression);
        });
        return new PackStock(shape, field, rounds, payloads);
    }

    /// <summary>The field whose last minute is the given time.</summary>
    public static ReadingField FieldOf(PackShape shape, int rounds, DateTimeOffset until) =>
        new(shape.Stations, until.AddMinutes(1 - (rounds * shape.MinutesPerPack)));
}
