using System.Buffers;
using System.Buffers.Text;
using System.Text;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Benchmarks.Load;

/// <summary>
/// The same readings as InfluxDB's line protocol, one line each, in batches made before the measurement: the quantity is the
/// measurement, station and place are tags, times are in seconds (the shortest form that carries them).
/// </summary>
internal sealed class LineStock
{
    private LineStock(long readings, IReadOnlyList<byte[]> batches)
    {
        Readings = readings;
        Batches = batches;
    }

    public long Readings { get; }

    public IReadOnlyList<byte[]> Batches { get; }

    public static LineStock Make(PackShape shape, int rounds, DateTimeOffset until, int linesPerBatch)
    {
        ReadingField field = PackStock.FieldOf(shape, rounds, until);
        List<byte[]> batches = [];
        ArrayBufferWriter<byte> batch = new(linesPerBatch * 64);
        int lines = 0;
        for (int round = 0; round < rounds; round++)
        {
            for (int station = 0; station < shape.Stations; station++)
            {
                string tag = field.Stations[station].Value;
                foreach (Reading reading in field.Readings(
                    station, round * shape.MinutesPerPack, shape.MinutesPerPack))
                {
                    WriteLine(batch, tag, reading);
                    if (++lines == linesPerBatch)
                    {
                        Cut();
                    }
                }
            }
        }

        Cut();
        return new LineStock((long)rounds * shape.ReadingsPerRound, batches);

        void Cut()
        {
            if (lines > 0)
            {
                batches.Add(batch.WrittenSpan.ToArray());
                batch.ResetWrittenCount();
                lines = 0;
            }
        }
    }

    /// <summary><c>soil_moisture,station=bench-00001,place=-0.3 value=21.4 1767744000</c>.</summary>
    private static void WriteLine(ArrayBufferWriter<byte> batch, string station, in Reading reading)
    {
        Text(batch, reading.Series.Quantity.Code);
        Text(batch, ",station=");
        Text(batch, station);
        if (reading.Series.Metres is { } metres)
        {
            Text(batch, ",place=");
            Utf8Formatter.TryFormat(metres, batch.GetSpan(32), out int placed);
            batch.Advance(placed);
        }

        Text(batch, " value=");
        Utf8Formatter.TryFormat(reading.Value, batch.GetSpan(32), out int written);
        batch.Advance(written);
        Text(batch, " ");
        Utf8Formatter.TryFormat(reading.TakenAt.ToUnixTimeSeconds(), batch.GetSpan(32), out written);
        batch.Advance(written);
        Text(batch, "\n");
    }

    private static void Text(ArrayBufferWriter<byte> batch, string text) =>
        batch.Advance(Encoding.ASCII.GetBytes(text, batch.GetSpan(text.Length)));
}
