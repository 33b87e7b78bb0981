using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EnviAgriNet.Demo.Field;

/// <summary>Writes the settings of a program as the JSON file it reads.</summary>
public static class SettingsFile
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes the settings over what is there.</summary>
    public static void Write(string file, JsonObject settings) => File.WriteAllText(file, settings.ToJsonString(Readable));

    /// <summary>Puts values into a section, which is made when it is not there.</summary>
    public static void Set(JsonObject settings, string section, string key, JsonNode? value)
    {
        if (settings[section] is not JsonObject area)
        {
            settings[section] = area = [];
        }

        area[key] = value;
    }
}
