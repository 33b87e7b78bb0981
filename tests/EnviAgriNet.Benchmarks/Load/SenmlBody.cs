using System.Buffers;
using System.Text.Json;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Benchmarks.Load;

/// <summary>Readings as a sampler posts them to the edge: SenML JSON without a sequence number.</summary>
internal static class SenmlBody
{
    public static byte[] Of(StationId station, IReadOnlyList<Reading> readings)
    {
        ArrayBufferWriter<byte> buffer = new(readings.Count * 48);
        using (Utf8JsonWriter json = new(buffer))
        {
            double begin = readings[0].TakenAt.ToUnixTimeMilliseconds() / 1000.0;
            json.WriteStartArray();
            for (int i = 0; i < readings.Count; i++)
            {
                json.WriteStartObject();
                if (i == 0)
                {
                    json.WriteString("bn", $"urn:eag:{station}:");
                    json.WriteNumber("bt", begin);
                }

                json.WriteString("n", readings[i].Series.Text);
                double offset = (readings[i].TakenAt.ToUnixTimeMilliseconds() / 1000.0) - begin;
                if (offset != 0)
                {
                    json.WriteNumber("t", offset);
                }

                json.WriteNumber("v", readings[i].Value);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        return buffer.WrittenSpan.ToArray();
    }
}
