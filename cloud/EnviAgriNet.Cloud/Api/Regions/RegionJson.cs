using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EnviAgriNet.Cloud.Api.Regions;

/// <summary>The generated contracts of regions, in snake case.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(RegionsView))]
[JsonSerializable(typeof(RegionView))]
internal sealed partial class RegionJson : JsonSerializerContext
{
    /// <summary>The contracts as they are sent, with Thai readable as it is.</summary>
    public static RegionJson Readable { get; } = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    });
}
