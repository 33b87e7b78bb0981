using System.Text.Json;
using Microsoft.Extensions.Configuration.Json;

namespace EnviAgriNet.FirmwareHost.Commands;

/// <summary>In which line of the settings file each key stands, so that a fault can say where to look.</summary>
internal sealed class SettingsLines
{
    private readonly Dictionary<string, int> _lines = new(StringComparer.OrdinalIgnoreCase);
    private readonly string _file;

    private SettingsLines(string file, byte[] text)
    {
        _file = Path.GetFileName(file);
        Utf8JsonReader reader = new(text, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        try
        {
            reader.Read();
            Walk(ref reader, text, string.Empty);
        }
        catch (JsonException)
        {
            // A file that is not JSON is told of where the settings are read.
        }
    }

    /// <summary>The lines of the file that these settings were read from; none when there is no file.</summary>
    public static SettingsLines Of(IConfigurationRoot configuration)
    {
        string? file = FileOf(configuration);
        try
        {
            return new SettingsLines(file ?? string.Empty, file is null ? [] : File.ReadAllBytes(file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new SettingsLines(string.Empty, []);
        }
    }

    /// <summary>The file that these settings were read from; null when there is none.</summary>
    public static string? FileOf(IConfigurationRoot configuration) => configuration.Providers
        .OfType<JsonConfigurationProvider>()
        .Select(p => p.Source.Path is { } path ? p.Source.FileProvider?.GetFileInfo(path).PhysicalPath ?? path : null)
        .LastOrDefault(p => p is not null);

    /// <summary>The fault with the line of the key that it begins with, or of the nearest key around it.</summary>
    public string Mark(string fault)
    {
        string key = fault.Split(' ')[0].TrimEnd(':');
        if (_lines.ContainsKey(key) && !key.Contains(':'))
        {
            // A fault of a section names the key within it somewhere in its sentence.
            string[] words = fault.Split(' ', '\'', '"', ',', '.');
            key = words.Skip(1).Select(w => $"{key}:{w}").FirstOrDefault(_lines.ContainsKey) ?? key;
        }
        else if (fault.Split('\'') is [_, var quoted, ..] && _lines.ContainsKey(quoted))
        {
            key = quoted;
        }

        while (key.Length > 0)
        {
            if (_lines.TryGetValue(key, out int line))
            {
                return $"{fault} ({_file}, line {line})";
            }

            key = key.Contains(':') ? key[..key.LastIndexOf(':')] : string.Empty;
        }

        return fault;
    }

    private void Walk(ref Utf8JsonReader reader, byte[] text, string path)
    {
        bool isArray = reader.TokenType == JsonTokenType.StartArray;
        if (!isArray && reader.TokenType != JsonTokenType.StartObject)
        {
            return;
        }

        for (int i = 0; reader.Read() && reader.TokenType is not (JsonTokenType.EndArray or JsonTokenType.EndObject); i++)
        {
            string key = isArray ? $"{i}" : reader.GetString()!;
            key = path.Length == 0 ? key : $"{path}:{key}";
            _lines[key] = 1 + text.AsSpan(0, (int)reader.TokenStartIndex).Count((byte)'\n');
            if (!isArray)
            {
                reader.Read();
            }

            Walk(ref reader, text, key);
        }
    }
}
