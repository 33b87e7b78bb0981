using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EnviAgriNet.Cloud.Api.Map;

/// <summary>The generated contracts of the map, in snake case.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(MapMeasuresView))]
[JsonSerializable(typeof(MapStationsView))]
[JsonSerializable(typeof(MapView))]
[JsonSerializable(typeof(MapFramesView))]
[JsonSerializable(typeof(ShapesView))]
internal sealed partial class MapJson : JsonSerializerContext
{
    /// <summary>The contracts as they are sent, with Thai readable as it is.</summary>
    public static MapJson Readable { get; } = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    });
}
