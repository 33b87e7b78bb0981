using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EnviAgriNet.Protocol.Configs;

/// <summary>Reads and writes a station's config. A reader refuses what breaks a rule, with every fault named at once.</summary>
public static class StationConfigJson
{
    private static readonly ConfigContext Context = new(new JsonSerializerOptions(ConfigContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    private static readonly ConfigContext IndentedContext = new(new JsonSerializerOptions(Context.Options)
    {
        WriteIndented = true,
    });

    /// <summary>The bytes of a config.</summary>
    public static byte[] Encode(StationConfig config) => JsonSerializer.SerializeToUtf8Bytes(config, Context.StationConfig);

    /// <summary>The config as a file that people read.</summary>
    public static string Print(StationConfig config) => JsonSerializer.Serialize(config, IndentedContext.StationConfig);

    /// <summary>Reads a config; null when it breaks a rule, and then every fault says key and limit.</summary>
    public static StationConfig? Decode(ReadOnlyMemory<byte> payload, out IReadOnlyList<string> faults)
    {
        if (payload.Length > Limits.ConfigBytesMax)
        {
            faults = [$"{payload.Length} bytes, allowed are {Limits.ConfigBytesMax}"];
            return null;
        }

        StationConfig? config;
        try
        {
            config = JsonSerializer.Deserialize(payload.Span, Context.StationConfig);
        }
        catch (JsonException e)
        {
            faults = [$"line {e.LineNumber + 1}: {e.Message}"];
            return null;
        }

        faults = config is null ? ["the config is null"] : StationConfigRules.FaultsOf(config);
        return faults.Count == 0 ? config : null;
    }

    /// <summary>Only the version, also of a config that breaks rules; 0 when there is none to be read.</summary>
    public static long VersionOf(ReadOnlyMemory<byte> payload)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(payload);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("version", out JsonElement version)
                && version.ValueKind == JsonValueKind.Number
                && version.TryGetInt64(out long number)
                ? number
                : 0;
        }
        catch (JsonException)
        {
            return 0;
        }
    }
}

/// <summary>The generated contract. A key that is not known is refused: what was meant by it would not be done, and nobody would know.</summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(StationConfig))]
internal sealed partial class ConfigContext : JsonSerializerContext;
