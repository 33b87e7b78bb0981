using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using EnviAgriNet.FirmwareHost.Calibration;
using EnviAgriNet.FirmwareHost.Sensors;

namespace EnviAgriNet.FirmwareHost.Commands;

/// <summary>The settings as they are when nothing is set, as a file to begin with.</summary>
internal static class SampleConfig
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Made from the defaults of the options; a setting without one is null.</summary>
    public static string Text
    {
        get
        {
            JsonObject root = [];
            foreach ((string section, object defaults) in SettingsCheck.Defaults)
            {
                JsonObject values = [];
                foreach (System.Reflection.PropertyInfo property in defaults.GetType().GetProperties())
                {
                    object? value = property.GetValue(defaults);
                    values[property.Name] = value is Enum ? value.ToString() : JsonSerializer.SerializeToNode(value, property.PropertyType, Readable);
                }

                root[section] = values;
            }

            // Nothing is measured, and nothing corrected, that the settings do not name.
            root[SensorSet.Section] = new JsonArray();
            root[Calibrations.Section] = new JsonArray();

            return root.ToJsonString(Readable);
        }
    }
}
