using System.Buffers;
using System.Text.Json;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Protocol.Packs;

/// <summary>Writes readings as a source gives them to an edge: SenML JSON without a sequence number. Stateless.</summary>
public static class SenmlEncoder
{
    private static readonly JsonWriterOptions Compact = new() { SkipValidation = true };

    /// <summary>
    /// The bytes of 1 to 1,000 readings. They may be more than an edge takes (<see cref="Limits.PackBytesMax"/>): the caller then
    /// sends fewer at a time.
    /// </summary>
    /// <param name="station">Who measured.</param>
    /// <param name="readings">In any order; the first one's time is the base time.</param>
    /// <param name="boot">The boot during which the readings were taken; empty when their times are not of this machine's clock.</param>
    /// <param name="monotonic">Time since boot that belongs to the first reading; null when unknown.</param>
    public static byte[] Encode(StationId station, IReadOnlyList<Reading> readings, string boot, TimeSpan? monotonic)
    {
        if (readings.Count is 0 or > Limits.PackReadingsMax)
        {
            throw new ArgumentException(
                $"A batch holds 1 to {Limits.PackReadingsMax} readings, not {readings.Count}", nameof(readings));
        }

        ArrayBufferWriter<byte> buffer = new(readings.Count * 48);
        long baseMs = readings[0].TakenAt.ToUnixTimeMilliseconds();
        using (Utf8JsonWriter json = new(buffer, Compact))
        {
            json.WriteStartArray();
            for (int i = 0; i < readings.Count; i++)
            {
                json.WriteStartObject();
                if (i == 0)
                {
                    WriteHead(json, station, baseMs, boot, monotonic);
                }

                PackEncoder.WriteReading(json, readings[i], baseMs);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteHead(Utf8JsonWriter json, StationId station, long baseMs, string boot, TimeSpan? monotonic)
    {
        json.WriteString(Labels.BaseName, $"{Labels.UrnPrefix}{station}:");
        json.WriteNumber(Labels.BaseTime, PackEncoder.Seconds(baseMs));
        if (boot.Length > 0 && monotonic is { } sinceBoot)
        {
            json.WriteString(Labels.Boot, boot);
            json.WriteNumber(Labels.Monotonic, PackEncoder.Seconds((long)Math.Round(sinceBoot.TotalMilliseconds)));
        }
    }
}
