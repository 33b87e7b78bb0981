using System.Text.Json;
using System.Text.Json.Serialization;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.FirmwareHost.Sensors.Pulses;

/// <summary>The counts of a line, in a file that is replaced whole, so that a power cut leaves the one before or the one after.</summary>
internal sealed class PulseMemory(string file)
{
    /// <summary>
    /// What is there; zeros when there is nothing. A file that cannot be read is kept as <c>FILE.damaged</c>, in the place of the one kept
    /// before, and the counts begin anew: <paramref name="damage"/> says so.
    /// </summary>
    public PulseCounts Read(out string? damage)
    {
        damage = null;
        try
        {
            using FileStream stream = File.OpenRead(file);
            PulseCounts? counts = JsonSerializer.Deserialize(stream, PulseContext.Default.PulseCounts);
            if (counts is { Total: >= 0 } && counts.Told >= 0 && counts.Told <= counts.Total)
            {
                return counts;
            }

            damage = "they are not counts";
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return new PulseCounts(0, 0);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            damage = e.Message;
        }

        damage = $"the counts in {file} could not be read and begin anew at zero ({damage}); {SetAside()}";
        return new PulseCounts(0, 0);
    }

    /// <summary>Writes them to the disk.</summary>
    /// <exception cref="IOException">They could not be written; the file is as it was.</exception>
    public void Write(PulseCounts counts) => WholeFile.Replace(file, JsonSerializer.SerializeToUtf8Bytes(counts, PulseContext.Default.PulseCounts));

    private string SetAside()
    {
        string aside = file + ".damaged";
        try
        {
            File.Move(file, aside, overwrite: true);
            return $"the file is kept as {aside}";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"the file could not be kept: {e.Message}";
        }
    }
}

/// <summary>Counts of a line.</summary>
/// <param name="Total">Pulses ever.</param>
/// <param name="Told">Of those, the ones that a reading has told.</param>
internal sealed record PulseCounts([property: JsonPropertyName("total")] long Total, [property: JsonPropertyName("told")] long Told);

/// <summary>The generated contract.</summary>
[JsonSerializable(typeof(PulseCounts))]
internal sealed partial class PulseContext : JsonSerializerContext;
