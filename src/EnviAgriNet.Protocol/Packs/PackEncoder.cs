using System.Buffers;
using System.IO.Compression;
using System.Text.Json;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Protocol.Packs;

/// <summary>Writes packs as SenML JSON, optionally compressed. Stateless.</summary>
public static class PackEncoder
{
    private static readonly JsonWriterOptions Compact = new() { SkipValidation = true };

    /// <summary>
    /// The bytes of a pack. Units are left out, since a quantity has just one; quality 2 (not evaluated) is left out.
    /// Throws an <see cref="ArgumentException"/> when the pack breaks a limit that its maker has to keep.
    /// </summary>
    public static byte[] Encode(Pack pack, PackCompression compression)
    {
        if (pack.Readings.Count is 0 or > Limits.PackReadingsMax)
        {
            throw new ArgumentException(
                $"A pack holds 1 to {Limits.PackReadingsMax} readings, not {pack.Readings.Count}", nameof(pack));
        }

        if (pack.Sequence is < 1 or > Limits.SequenceMax)
        {
            throw new ArgumentException($"Sequence {pack.Sequence} is not from 1 to {Limits.SequenceMax}", nameof(pack));
        }

        ArrayBufferWriter<byte> buffer = new(pack.Readings.Count * 48);
        WriteJson(pack, buffer);
        return compression == PackCompression.None ? buffer.WrittenSpan.ToArray() : Compress(buffer.WrittenSpan);
    }

    private static void WriteJson(Pack pack, ArrayBufferWriter<byte> buffer)
    {
        long baseMs = pack.Readings[0].TakenAt.ToUnixTimeMilliseconds();
        using Utf8JsonWriter json = new(buffer, Compact);
        json.WriteStartArray();
        for (int i = 0; i < pack.Readings.Count; i++)
        {
            json.WriteStartObject();
            if (i == 0)
            {
                WriteHead(json, pack, baseMs);
            }

            WriteReading(json, pack.Readings[i], baseMs);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteHead(Utf8JsonWriter json, Pack pack, long baseMs)
    {
        json.WriteString(Labels.BaseName, $"{Labels.UrnPrefix}{pack.Station}:");
        json.WriteNumber(Labels.BaseTime, Seconds(baseMs));
        if (pack.Outbox.Length > 0)
        {
            json.WriteString(Labels.Outbox, pack.Outbox);
        }

        json.WriteNumber(Labels.Sequence, pack.Sequence);
        if (pack.Boot.Length > 0)
        {
            json.WriteString(Labels.Boot, pack.Boot);
        }

        json.WriteNumber(Labels.HeardAt, Seconds(pack.HeardAt.ToUnixTimeMilliseconds()));
        if (pack.TimeUncertainty > TimeSpan.Zero)
        {
            json.WriteNumber(Labels.TimeUncertainty, Seconds((long)Math.Ceiling(pack.TimeUncertainty.TotalMilliseconds)));
        }
    }

    internal static void WriteReading(Utf8JsonWriter json, in Reading reading, long baseMs)
    {
        json.WriteString(Labels.Name, reading.Series.Text);
        long offsetMs = reading.TakenAt.ToUnixTimeMilliseconds() - baseMs;
        if (offsetMs != 0)
        {
            json.WriteNumber(Labels.Time, Seconds(offsetMs));
        }

        json.WriteNumber(Labels.Value, reading.Value);
        if (reading.Quality != QualityFlag.NotEvaluated)
        {
            json.WriteNumber(Labels.Quality, (int)reading.Quality);
        }

        if (reading.Test != QualityTest.None)
        {
            json.WriteString(Labels.QualityTest, QualityMark.NameOf(reading.Test));
        }
    }

    /// <summary>Milliseconds as seconds with as many decimals as needed, exactly.</summary>
    internal static decimal Seconds(long ms) => ms % 1000 == 0 ? ms / 1000 : new decimal(ms) / 1000m;

    private static byte[] Compress(ReadOnlySpan<byte> plain)
    {
        using MemoryStream packed = new(plain.Length / 4);
        using (GZipStream gzip = new(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(plain);
        }

        return packed.ToArray();
    }
}
