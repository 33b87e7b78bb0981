using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EnviAgriNet.FirmwareHost.Calibration;

/// <summary>Adds a calibration to the settings file. Earlier ones stay: they say what held when older readings were taken.</summary>
internal static class CalibrationFile
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes the file anew beside the old one and renames it over it; false, with the reason, when it was left as it is.</summary>
    public static bool TryAdd(string file, CalibrationEntry entry, out string? fault)
    {
        try
        {
            // Comments are refused by this reader: writing would lose what somebody wrote for those who come after.
            if (JsonNode.Parse(File.ReadAllText(file)) is not JsonObject root)
            {
                fault = $"{file} is not a JSON object";
                return false;
            }

            if (root[Calibrations.Section] is not JsonArray entries)
            {
                root[Calibrations.Section] = entries = [];
            }

            entries.Add(entry.ToJson());
            string temporary = file + ".new";
            CopyWithOwner(file, temporary);
            using (FileStream stream = new(temporary, FileMode.Truncate, FileAccess.Write, FileShare.None))
            {
                stream.Write(JsonSerializer.SerializeToUtf8Bytes(root, Readable));
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, file, overwrite: true);
            fault = null;
            return true;
        }
        catch (JsonException)
        {
            fault = $"{file} has comments or is not plain JSON, and writing would lose them: put the entry into its section {Calibrations.Section} by hand";
            return false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            fault = $"{file} was not written: {e.Message}";
            return false;
        }
    }

    /// <summary>A file made anew would belong to root when root calls, and the service could not read it any more.</summary>
    private static void CopyWithOwner(string file, string copy)
    {
        using Process copying = Process.Start("cp", ["--preserve=mode,ownership", "--", file, copy]);
        copying.WaitForExit();
        if (copying.ExitCode != 0)
        {
            throw new IOException($"it could not be copied to {copy}");
        }
    }
}
