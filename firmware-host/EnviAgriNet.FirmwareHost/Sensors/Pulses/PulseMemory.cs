using System.Text.Json;
using System.Text.Json.Serialization;

namespace EnviAgriNet.FirmwareHost.Sensors.Pulses;

/// <summary>The counts of a line, in a file that is replaced whole, so that a power cut leaves the one before or the one after.</summary>
internal sealed class PulseMemory(string file)
{
    /// <summary>What is there; zeros when there is nothing, or nothing that can be read.</summary>
    public PulseCounts Read()
    {
        try
        {
            using FileStream stream = File.OpenRead(file);
            PulseCounts? counts = JsonSerializer.Deserialize(stream, PulseContext.Default.PulseCounts);
            return counts is { Total: >= 0 } && counts.Told >= 0 && counts.Told <= counts.Total ? counts : new PulseCounts(0, 0);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return new PulseCounts(0, 0);
        }
    }

    /// <summary>Writes them to the disk.</summary>
    /// <exception cref="IOException">They could not be written; the file is as it was.</exception>
    public void Write(PulseCounts counts)
    {
        string next = file + ".next";
        using (FileStream stream = new(next, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            stream.Write(JsonSerializer.SerializeToUtf8Bytes(counts, PulseContext.Default.PulseCounts));
            stream.Flush(flushToDisk: true);
        }

        File.Move(next, file, overwrite: true);
    }
}

/// <summary>Counts of a line.</summary>
/// <param name="Total">Pulses ever.</param>
/// <param name="Told">Of those, the ones that a reading has told.</param>
internal sealed record PulseCounts([property: JsonPropertyName("total")] long Total, [property: JsonPropertyName("told")] long Told);

/// <summary>The generated contract.</summary>
[JsonSerializable(typeof(PulseCounts))]
internal sealed partial class PulseContext : JsonSerializerContext;
